package dev.vireo.transcode.job;

import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistResponse;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc.PlaylistServiceImplBase;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Playlists of versions in work, for the gateway. */
@Component
class PlaylistGrpcService extends PlaylistServiceImplBase {

    private final ProgressPlaylists playlists;

    PlaylistGrpcService(ProgressPlaylists playlists) {
        this.playlists = playlists;
    }

    @Override
    public void getProgressPlaylist(
            GetProgressPlaylistRequest request, StreamObserver<GetProgressPlaylistResponse> answers) {
        InstanceId instance = Callers.current().instance();
        UUID videoId = ProgressMapper.videoId(request.getVideoId());
        ProgressPlaylists.Answer answer = request.getRendition().isEmpty()
                ? playlists.multivariant(instance, videoId, request.getVersion())
                : playlists.media(instance, videoId, request.getVersion(), request.getRendition());
        answers.onNext(GetProgressPlaylistResponse.newBuilder()
                .setPlaylist(answer.text())
                .setEnded(answer.ended())
                .build());
        answers.onCompleted();
    }
}
