package dev.vireo.gateway.search;

import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc.DiscoverServiceBlockingStub;
import dev.vireo.contracts.search.v1.GetOverviewRequest;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.OverviewGroup;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoMapper;
import dev.vireo.gateway.catalog.VideoView;
import io.grpc.Channel;
import java.util.List;

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

    /** A page of the overview, from 1 on. */
    public Overview overview(int page) {
        GetOverviewRequest request =
                GetOverviewRequest.newBuilder().setPage(page).build();
        List<OverviewGroup> groups =
                UpstreamGrpcClient.answer(() -> discover.getOverview(request)).getGroupsList();
        return new Overview(
                groups.stream()
                        .filter(OverviewGroup::hasCategory)
                        .map(DiscoverGrpcClient::videos)
                        .toList(),
                groups.stream()
                        .filter(OverviewGroup::hasChannelId)
                        .map(DiscoverGrpcClient::videos)
                        .toList(),
                groups.stream()
                        .filter(OverviewGroup::hasTag)
                        .map(group -> new Overview.Tagged(group.getTag(), videos(group)))
                        .toList());
    }

    private static List<VideoView> videos(OverviewGroup group) {
        return group.getVideosList().stream().map(VideoMapper::view).toList();
    }
}
