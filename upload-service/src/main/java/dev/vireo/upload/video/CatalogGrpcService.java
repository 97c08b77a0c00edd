package dev.vireo.upload.video;

import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.DeleteVideoResponse;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoResponse;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.ListVideosResponse;
import dev.vireo.contracts.catalog.v1.RequestTranscodeRequest;
import dev.vireo.contracts.catalog.v1.RequestTranscodeResponse;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoResponse;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue for the gateway and other applications. */
@Component
final class CatalogGrpcService extends CatalogServiceGrpc.CatalogServiceImplBase {
    private final Videos videos;

    CatalogGrpcService(Videos videos) {
        this.videos = videos;
    }

    @Override
    public void getVideo(GetVideoRequest request, StreamObserver<GetVideoResponse> response) {
        Caller caller = Callers.current();
        Video video = videos.visible(caller, request.getId());
        answer(
                response,
                GetVideoResponse.newBuilder()
                        .setVideo(VideoMapper.message(video, caller))
                        .setMayEdit(video.mayBeEditedBy(caller))
                        .build());
    }

    @Override
    public void updateVideo(UpdateVideoRequest request, StreamObserver<UpdateVideoResponse> response) {
        Video changed = videos.update(
                Callers.current(),
                request.getId(),
                request.hasRevision() ? Long.valueOf(request.getRevision()) : null,
                channel(request),
                present -> VideoMapper.details(request, present));
        answer(
                response,
                UpdateVideoResponse.newBuilder()
                        .setVideo(VideoMapper.message(changed))
                        .build());
    }

    @Override
    public void deleteVideo(DeleteVideoRequest request, StreamObserver<DeleteVideoResponse> response) {
        videos.delete(Callers.current(), request.getId());
        answer(response, DeleteVideoResponse.getDefaultInstance());
    }

    @Override
    public void requestTranscode(RequestTranscodeRequest request, StreamObserver<RequestTranscodeResponse> response) {
        Video again = videos.requestTranscode(Callers.current(), request.getId());
        answer(
                response,
                RequestTranscodeResponse.newBuilder()
                        .setVideo(VideoMapper.message(again))
                        .build());
    }

    @Override
    public void listVideos(ListVideosRequest request, StreamObserver<ListVideosResponse> response) {
        Listing<Video> found = list(request);
        answer(
                response,
                ListVideosResponse.newBuilder()
                        .setTotal(found.total())
                        .addAllVideos(found.items().stream()
                                .map(video -> VideoMapper.message(video, Callers.current()))
                                .toList())
                        .build());
    }

    private Listing<Video> list(ListVideosRequest request) {
        Caller caller = Callers.current();
        Window window = new Window(request.getStart(), request.getCount());
        return switch (request.getOfCase()) {
            case ACCOUNT_NAME -> videos.ofAccount(caller, request.getAccountName(), window);
            case CHANNEL_NAME -> videos.ofChannel(caller, request.getChannelName(), window);
            case OWN -> videos.own(caller, window);
            case OF_NOT_SET -> throw PlatformException.invalid("of", "say whose videos.");
        };
    }

    private static @Nullable ChannelId channel(UpdateVideoRequest request) {
        if (!request.hasChannelId()) {
            return null;
        }
        try {
            return new ChannelId(UUID.fromString(request.getChannelId()));
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid("channel_id", "must be a UUID.");
        }
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }
}
