package dev.vireo.gateway.caption;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc.CaptionServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.DeleteCaptionRequest;
import dev.vireo.contracts.catalog.v1.PutCaptionRequest;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;

/** Changes captions of the caller's videos. */
final class CaptionGrpcClient {
    private final CaptionServiceBlockingStub captions;

    CaptionGrpcClient(Channel channel) {
        this.captions = CaptionServiceGrpc.newBlockingStub(channel);
    }

    void put(String videoId, String language, byte[] content) {
        var request = PutCaptionRequest.newBuilder()
                .setVideoId(videoId)
                .setLanguage(language)
                .setContent(ByteString.copyFrom(content))
                .build();
        UpstreamGrpcClient.answer(() -> captions.putCaption(request));
    }

    void delete(String videoId, String language) {
        var request = DeleteCaptionRequest.newBuilder()
                .setVideoId(videoId)
                .setLanguage(language)
                .build();
        UpstreamGrpcClient.answer(() -> captions.deleteCaption(request));
    }
}
