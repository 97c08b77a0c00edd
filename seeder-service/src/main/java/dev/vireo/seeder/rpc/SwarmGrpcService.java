package dev.vireo.seeder.rpc;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.swarm.v1.AllowInfohashRequest;
import dev.vireo.contracts.swarm.v1.AllowInfohashResponse;
import dev.vireo.contracts.swarm.v1.DenyInfohashRequest;
import dev.vireo.contracts.swarm.v1.DenyInfohashResponse;
import dev.vireo.contracts.swarm.v1.GetSeedingRequest;
import dev.vireo.contracts.swarm.v1.GetSeedingResponse;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusRequest;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusResponse;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.GetTorrentResponse;
import dev.vireo.contracts.swarm.v1.ListDeniedRequest;
import dev.vireo.contracts.swarm.v1.ListDeniedResponse;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc.SwarmServiceImplBase;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.seeder.admission.DeniedHashes;
import dev.vireo.seeder.admission.SeedingPolicies;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.seeding.SeededFile;
import dev.vireo.seeder.seeding.SeededVideos;
import dev.vireo.seeder.seeding.TorrentMapper;
import dev.vireo.seeder.swarm.Swarms;
import dev.vireo.seeder.torrent.MagnetUri;
import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.tracker.Tracker;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Torrents for the gateway and for applications, and swarms for those who look after them. */
@Component
class SwarmGrpcService extends SwarmServiceImplBase {

    private static final int MOST_LISTED = 1000;
    private static final int LISTED = 100;
    private static final int LONGEST_REASON = 1000;

    private final SeededVideos videos;
    private final Tracker tracker;
    private final Swarms swarms;
    private final DeniedHashes denied;
    private final SeedingPolicies policies;

    SwarmGrpcService(
            SeededVideos videos, Tracker tracker, Swarms swarms, DeniedHashes denied, SeedingPolicies policies) {
        this.videos = videos;
        this.tracker = tracker;
        this.swarms = swarms;
        this.denied = denied;
        this.policies = policies;
    }

    @Override
    public void getSeeding(GetSeedingRequest request, StreamObserver<GetSeedingResponse> answers) {
        var seeding = seeding(request.getVideoId());
        answers.onNext(GetSeedingResponse.newBuilder()
                .setState(TorrentMapper.state(seeding.state()))
                .setTorrents(TorrentMapper.set(seeding.video().version(), seeding.files(), seeding.directory()))
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
        TorrentForm form = TorrentMapper.form(request.getForm());
        if (!policies.of(seeding.video().instance()).torrents() || denied.anyOf(file.hashes(form))) {
            throw PlatformException.notFound("torrent of that rendition");
        }
        byte[] content = videos.torrent(seeding.video(), file).bytes(form, framing);
        answers.onNext(GetTorrentResponse.newBuilder()
                .setContent(ByteString.copyFrom(content))
                .setTorrent(TorrentMapper.torrent(file))
                .build());
        answers.onCompleted();
    }

    @Override
    public void getSwarmStatus(GetSwarmStatusRequest request, StreamObserver<GetSwarmStatusResponse> answers) {
        answers.onNext(request.getVideoId().isEmpty() ? all() : of(seeding(request.getVideoId())));
        answers.onCompleted();
    }

    @Override
    public void denyInfohash(DenyInfohashRequest request, StreamObserver<DenyInfohashResponse> answers) {
        String operator = Operators.require();
        TrackedHash hash = SwarmStatusMapper.hash(request.getInfohash());
        if (request.getReason().length() > LONGEST_REASON) {
            throw PlatformException.invalid("reason", "must have at most " + LONGEST_REASON + " characters.");
        }
        for (TrackedHash name : videos.namesakes(hash)) {
            denied.deny(name, request.getReason(), operator);
            tracker.changed(name, true);
            swarms.end(name);
        }
        answers.onNext(DenyInfohashResponse.getDefaultInstance());
        answers.onCompleted();
    }

    @Override
    public void allowInfohash(AllowInfohashRequest request, StreamObserver<AllowInfohashResponse> answers) {
        String operator = Operators.require();
        TrackedHash hash = SwarmStatusMapper.hash(request.getInfohash());
        for (TrackedHash name : videos.namesakes(hash)) {
            denied.allow(name, operator);
            tracker.changed(name, false);
        }
        answers.onNext(AllowInfohashResponse.getDefaultInstance());
        answers.onCompleted();
    }

    @Override
    public void listDenied(ListDeniedRequest request, StreamObserver<ListDeniedResponse> answers) {
        Operators.require();
        int limit = request.getLimit() == 0 ? LISTED : request.getLimit();
        if (limit < 1 || limit > MOST_LISTED || request.getOffset() < 0) {
            throw PlatformException.invalid("limit", "must be 1 to " + MOST_LISTED + ", and offset not negative.");
        }
        answers.onNext(ListDeniedResponse.newBuilder()
                .addAllDenied(denied.list(limit, request.getOffset()).stream()
                        .map(SwarmStatusMapper::denied)
                        .toList())
                .setTotal(denied.count())
                .build());
        answers.onCompleted();
    }

    private GetSwarmStatusResponse all() {
        Operators.require();
        return SwarmStatusMapper.status(tracker.counts(), tracker.swarms())
                .setConnections(swarms.peers())
                .setBytesSeeded(swarms.bytes())
                .build();
    }

    private GetSwarmStatusResponse of(SeededVideos.Seeding seeding) {
        List<TrackedHash> hashes = videos.swarms(seeding);
        return SwarmStatusMapper.status(hashes.stream().map(tracker::counts).toList())
                .setConnections(hashes.stream().mapToInt(swarms::peers).sum())
                .build();
    }

    private SeededVideos.Seeding seeding(String id) {
        UUID videoId = ShortUuid.parse(id)
                .orElseThrow(() -> PlatformException.invalid("video_id", "must be a UUID or a short id."));
        return videos.find(Callers.current().instance(), videoId);
    }
}
