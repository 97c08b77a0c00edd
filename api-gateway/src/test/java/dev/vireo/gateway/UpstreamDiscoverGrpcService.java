package dev.vireo.gateway;

import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.GetOverviewRequest;
import dev.vireo.contracts.search.v1.GetOverviewResponse;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.ListRelatedVideosResponse;
import dev.vireo.contracts.search.v1.OverviewGroup;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Discovery behind the gateway in its tests: one video is like the public one. */
public final class UpstreamDiscoverGrpcService extends DiscoverServiceGrpc.DiscoverServiceImplBase {
    /** Every request, newest last. */
    public final ConcurrentLinkedDeque<ListRelatedVideosRequest> asked = new ConcurrentLinkedDeque<>();

    @Override
    public void listRelatedVideos(ListRelatedVideosRequest request, StreamObserver<ListRelatedVideosResponse> to) {
        asked.add(request);
        if (!request.getVideoId().equals(UpstreamFixture.PUBLIC.toString())) {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no such video here."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                ListRelatedVideosResponse.newBuilder()
                        .setTotal(1)
                        .addVideos(UpstreamFixture.video(UpstreamFixture.GROWING))
                        .build());
    }

    @Override
    public void getOverview(GetOverviewRequest request, StreamObserver<GetOverviewResponse> to) {
        GetOverviewResponse.Builder answer = GetOverviewResponse.newBuilder();
        if (request.getPage() == 1) {
            var video = UpstreamFixture.video(UpstreamFixture.PUBLIC);
            answer.addGroups(OverviewGroup.newBuilder().setCategory(15).addVideos(video))
                    .addGroups(OverviewGroup.newBuilder().setTag("one").addVideos(video))
                    .addGroups(OverviewGroup.newBuilder()
                            .setChannelId(video.getChannel().getId())
                            .addVideos(video));
        }
        UpstreamGrpcService.reply(to, answer.build());
    }
}
