package dev.vireo.e2e;

import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;

/** The public gRPC door, as an operator of the deployment uses it. */
final class OperatorDoor implements AutoCloseable {
    private final ManagedChannel door;
    private final Channel operator;

    OperatorDoor(Platform platform) {
        URI main = platform.address();
        door = NettyChannelBuilder.forAddress("127.0.0.1", platform.port(PortName.GRPC))
                .overrideAuthority(main.getAuthority())
                .usePlaintext()
                .build();
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + Person.signedIn(main, "root").token());
        operator = ClientInterceptors.intercept(door, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    Channel channel() {
        return operator;
    }

    @Override
    public void close() {
        door.shutdownNow();
    }
}
