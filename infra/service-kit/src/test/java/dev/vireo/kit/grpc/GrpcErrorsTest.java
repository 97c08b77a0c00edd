package dev.vireo.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real connection, with a service that fails in each way a service can. */
final class GrpcErrorsTest {
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void serve() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .intercept(new ErrorServerInterceptor())
                .addService(new FailingService())
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void carriesCodeAndSentenceOfAKnownFailure() {
        StatusRuntimeException thrown = call("throw-known");
        assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(thrown.getStatus().getDescription()).isEqualTo("Read it again.");
        assertThat(GrpcErrors.code(thrown)).contains("conflict");
        assertThat(GrpcErrors.code(call("give-known"))).contains("conflict");
    }

    @Test
    void showsNothingOfADefect() {
        for (String way : new String[] {"throw-defect", "give-defect"}) {
            StatusRuntimeException thrown = call(way);
            assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
            assertThat(thrown.getStatus().getDescription()).doesNotContain("secret");
            assertThat(GrpcErrors.code(thrown)).contains("internal");
        }
    }

    private StatusRuntimeException call(String way) {
        var stub = HealthGrpc.newBlockingStub(channel);
        var thrown = new StatusRuntimeException[1];
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.check(
                        HealthCheckRequest.newBuilder().setService(way).build()))
                .satisfies(failure -> thrown[0] = failure);
        return thrown[0];
    }

    private static final class FailingService extends HealthGrpc.HealthImplBase {
        @Override
        public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
            var known = new PlatformException(KitErrorCode.CONFLICT, "Read it again.");
            var defect = new IllegalStateException("a secret detail");
            switch (request.getService()) {
                case "throw-known" -> throw known;
                case "throw-defect" -> throw defect;
                case "give-known" -> answer.onError(known);
                default -> answer.onError(defect);
            }
        }
    }
}
