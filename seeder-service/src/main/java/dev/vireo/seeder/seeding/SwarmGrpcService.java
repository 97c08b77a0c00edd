package dev.vireo.seeder.seeding;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.swarm.v1.GetSeedingRequest;
import dev.vireo.contracts.swarm.v1.GetSeedingResponse;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.GetTorrentResponse;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc.SwarmServiceImplBase;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.seeder.torrent.MagnetUri;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Torrents for the gateway and for applications. */
@Component
class SwarmGrpcService extends SwarmServiceImplBase {

    private final SeededVideos videos;

    SwarmGrpcService(SeededVideos videos) {
        this.videos = videos;
    }

    @Override
    public void getSeeding(GetSeedingRequest request, StreamObserver<GetSeedingResponse> answers) {
        var seeding = seeding(request.getVideoId());
        answers.onNext(GetSeedingResponse.newBuilder()
                .setState(TorrentMapper.state(seeding.state()))
                .setTorrents(TorrentMapper.set(seeding.video().version(), seeding.files()))
                .addAllMagnets(seeding.files().stream()
                        .map(file -> MagnetUri.of(
                                        file.v1(), file.v2(), file.file().name())
                                .toString())
                        .toList())
                .build());
        answers.onCompleted();
    }

    @Override
    public void getTorrent(GetTorrentRequest request, StreamObserver<GetTorrentResponse> answers) {
        var framing = FramingMapper.framing(request);
        var seeding = seeding(request.getVideoId());
        SeededFile file = videos.file(seeding, request.getRendition());
        byte[] content = videos.torrent(seeding.video(), file).bytes(TorrentMapper.form(request.getForm()), framing);
        answers.onNext(GetTorrentResponse.newBuilder()
                .setContent(ByteString.copyFrom(content))
                .setTorrent(TorrentMapper.torrent(file))
                .build());
        answers.onCompleted();
    }

    private SeededVideos.Seeding seeding(String id) {
        UUID videoId = ShortUuid.parse(id)
                .orElseThrow(() -> PlatformException.invalid("video_id", "must be a UUID or a short id."));
        return videos.find(Callers.current().instance(), videoId);
    }
}
