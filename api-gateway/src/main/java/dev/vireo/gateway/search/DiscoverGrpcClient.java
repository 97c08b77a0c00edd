package dev.vireo.gateway.search;

import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc.DiscoverServiceBlockingStub;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoMapper;
import dev.vireo.gateway.catalog.VideoView;
import io.grpc.Channel;

/** What the caller may want to watch, of the caller's instance; UNAVAILABLE while the index is away. */
public final class DiscoverGrpcClient {
    private final DiscoverServiceBlockingStub discover;

    DiscoverGrpcClient(Channel channel) {
        this.discover = DiscoverServiceGrpc.newBlockingStub(channel);
    }

    /** A page of videos that are like the one of that UUID; NOT_FOUND when the caller may not open it. */
    public PageOf<VideoView> related(String id, VideoSearch.Part part) {
        ListRelatedVideosRequest request = ListRelatedVideosRequest.newBuilder()
                .setVideoId(id)
                .setStart(part.window().start())
                .setCount(part.window().count())
                .setSkipCount(!part.total())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> discover.listRelatedVideos(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getVideosList().stream().map(VideoMapper::view).toList());
    }
}
