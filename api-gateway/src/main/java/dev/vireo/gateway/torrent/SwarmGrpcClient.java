package dev.vireo.gateway.torrent;

import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc.SwarmServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;
import java.util.List;
import java.util.UUID;

/** Torrents of the caller's instance, made by seeder-service. */
final class SwarmGrpcClient {
    private final SwarmServiceBlockingStub swarm;

    SwarmGrpcClient(Channel channel) {
        this.swarm = SwarmServiceGrpc.newBlockingStub(channel);
    }

    /** What stands around the hashes. */
    record Around(List<String> trackers, String webSeed, String comment) {}

    /** A {@code .torrent}; NOT_FOUND when the rendition is not seeded. */
    byte[] torrent(UUID video, String rendition, boolean old, Around around) {
        var request = GetTorrentRequest.newBuilder()
                .setVideoId(video.toString())
                .setRendition(rendition)
                .setForm(old ? TorrentForm.TORRENT_FORM_V1 : TorrentForm.TORRENT_FORM_HYBRID)
                .addAllTrackers(around.trackers())
                .addWebSeeds(around.webSeed())
                .setComment(around.comment())
                .build();
        return UpstreamGrpcClient.answer(() -> swarm.getTorrent(request))
                .getContent()
                .toByteArray();
    }
}
