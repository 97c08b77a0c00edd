package dev.vireo.upload.caption;

import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.DeleteCaptionRequest;
import dev.vireo.contracts.catalog.v1.DeleteCaptionResponse;
import dev.vireo.contracts.catalog.v1.ListCaptionsRequest;
import dev.vireo.contracts.catalog.v1.ListCaptionsResponse;
import dev.vireo.contracts.catalog.v1.PutCaptionRequest;
import dev.vireo.contracts.catalog.v1.PutCaptionResponse;
import dev.vireo.kit.identity.Callers;
import dev.vireo.upload.video.CaptionMapper;
import dev.vireo.upload.video.VideoCaption;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Captions for the gateway and other applications. */
@Component
final class CaptionGrpcService extends CaptionServiceGrpc.CaptionServiceImplBase {
    private final Captions captions;

    CaptionGrpcService(Captions captions) {
        this.captions = captions;
    }

    @Override
    public void putCaption(PutCaptionRequest request, StreamObserver<PutCaptionResponse> response) {
        VideoCaption put = captions.put(
                Callers.current(),
                request.getVideoId(),
                request.getLanguage(),
                request.getContent().toByteArray());
        answer(
                response,
                PutCaptionResponse.newBuilder()
                        .setCaption(CaptionMapper.message(put))
                        .build());
    }

    @Override
    public void deleteCaption(DeleteCaptionRequest request, StreamObserver<DeleteCaptionResponse> response) {
        captions.delete(Callers.current(), request.getVideoId(), request.getLanguage());
        answer(response, DeleteCaptionResponse.getDefaultInstance());
    }

    @Override
    public void listCaptions(ListCaptionsRequest request, StreamObserver<ListCaptionsResponse> response) {
        answer(
                response,
                ListCaptionsResponse.newBuilder()
                        .addAllCaptions(captions.of(Callers.current(), request.getVideoId()).stream()
                                .map(CaptionMapper::message)
                                .toList())
                        .build());
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }
}
