package dev.vireo.search;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Short questions. */
public final class Lists {
    private Lists() {}

    /** Ids of all videos of a channel, which are a hundred at most; empty while that cannot be answered. */
    public static Optional<Set<String>> ofChannel(RunningSearchService service, String channel) {
        try {
            return Optional.of(service
                    .at("main")
                    .searchVideos(SearchVideosRequest.newBuilder()
                            .setCount(100)
                            .setFilter(VideoFilter.newBuilder().setChannelName(channel))
                            .build())
                    .getVideosList()
                    .stream()
                    .map(found -> found.getVideo().getId())
                    .collect(Collectors.toSet()));
        } catch (StatusRuntimeException failed) {
            if (failed.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
