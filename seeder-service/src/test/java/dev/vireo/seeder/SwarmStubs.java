package dev.vireo.seeder;

import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc.ContentDenialServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc.SeedingPolicyServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc.SwarmServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.kit.grpc.GrpcServer;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;

/** Callers of the running service's gRPC. */
public final class SwarmStubs {
    private static final int UUID_LENGTH = 36;

    private SwarmStubs() {}

    /** Somebody with these roles who asks about swarms; a stranger without any. */
    public static SwarmServiceBlockingStub of(RunningService service, String... roles) {
        return SwarmServiceGrpc.newBlockingStub(channel(service)).withInterceptors(headers(roles));
    }

    /** Somebody with these roles who asks about policies. */
    public static SeedingPolicyServiceBlockingStub policies(RunningService service, String... roles) {
        return SeedingPolicyServiceGrpc.newBlockingStub(channel(service)).withInterceptors(headers(roles));
    }

    /** Somebody with these roles who denies content. */
    public static ContentDenialServiceBlockingStub denials(RunningService service, String... roles) {
        return ContentDenialServiceGrpc.newBlockingStub(channel(service)).withInterceptors(headers(roles));
    }

    private static Channel channel(RunningService service) {
        return NettyChannelBuilder.forAddress(
                        "127.0.0.1", service.bean(GrpcServer.class).port())
                .usePlaintext()
                .build();
    }

    private static ClientInterceptor headers(String... roles) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("vireo-instance", Metadata.ASCII_STRING_MARSHALLER), RunningService.INSTANCE);
        if (roles.length > 0) {
            headers.put(
                    Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                    "Bearer " + RunningService.token(roles));
        }
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    /** The {@code .torrent} of a file that the service stored for a test. */
    public static byte[] torrent(RunningService service, Torrent torrent, TorrentForm form, String... trackers) {
        return of(service)
                .getTorrent(GetTorrentRequest.newBuilder()
                        .setVideoId(torrent.getFile().substring(0, UUID_LENGTH))
                        .setRendition(torrent.getRendition())
                        .setForm(form)
                        .addAllTrackers(List.of(trackers))
                        .build())
                .getContent()
                .toByteArray();
    }
}
