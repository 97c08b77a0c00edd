package dev.vireo.gateway;

import dev.vireo.contracts.search.v1.FindChannelsRequest;
import dev.vireo.contracts.search.v1.FindChannelsResponse;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.FindVideosResponse;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc;
import dev.vireo.contracts.search.v1.ScoredChannel;
import dev.vireo.contracts.search.v1.ScoredVideo;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The search over all instances behind the gateway in its tests: one of each, and one of an instance it knows not. */
public final class UpstreamGlobalSearchGrpcService extends GlobalSearchServiceGrpc.GlobalSearchServiceImplBase {
    /** Every request for videos, newest last. */
    public final ConcurrentLinkedDeque<FindVideosRequest> asked = new ConcurrentLinkedDeque<>();

    /** Every request for channels, newest last. */
    public final ConcurrentLinkedDeque<FindChannelsRequest> askedChannels = new ConcurrentLinkedDeque<>();

    @Override
    public void findVideos(FindVideosRequest request, StreamObserver<FindVideosResponse> to) {
        asked.add(request);
        if (request.getQuestion().getSearch().equals(UpstreamSearchGrpcService.FAR)) {
            UpstreamGrpcService.reply(
                    to,
                    FindVideosResponse.newBuilder()
                            .setTotal(1)
                            .addVideos(ScoredVideo.newBuilder().setVideo(UpstreamFixture.remote()))
                            .build());
            return;
        }
        var video = UpstreamFixture.video(UpstreamFixture.PUBLIC);
        UpstreamGrpcService.reply(
                to,
                FindVideosResponse.newBuilder()
                        .setTotal(2)
                        .addVideos(ScoredVideo.newBuilder()
                                .setScore(2.5)
                                .setVideo(video.toBuilder().setInstanceId("second")))
                        .addVideos(ScoredVideo.newBuilder()
                                .setVideo(video.toBuilder().setInstanceId("elsewhere")))
                        .build());
    }

    @Override
    public void findChannels(FindChannelsRequest request, StreamObserver<FindChannelsResponse> to) {
        askedChannels.add(request);
        UpstreamGrpcService.reply(
                to,
                FindChannelsResponse.newBuilder()
                        .setTotal(1)
                        .addChannels(ScoredChannel.newBuilder()
                                .setScore(1.5)
                                .setChannel(UpstreamFixture.channel("alice_channel").toBuilder()
                                        .setInstanceId("second")))
                        .build());
    }
}
