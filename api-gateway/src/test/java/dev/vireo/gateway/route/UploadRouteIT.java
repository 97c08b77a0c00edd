package dev.vireo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.TusUpstream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UploadRouteIT {
    private static final long LARGE = 300L * 1024 * 1024;
    private final GatewayUnderTest gateway = GatewayUnderTest.shared();

    @Test
    void streamsABodyAndSaysWhereItCameFrom() {
        var answer = gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/uploads/abc"))
                .header("Vireo-Instance", "second")
                .header("vireo-spoofed", "yes")
                .header("Upload-Offset", "0")
                .header("Authorization", gateway.bearer("alice"))
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(LARGE)), LARGE)));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Upload-Offset")).hasValue(String.valueOf(LARGE));
        TusUpstream.Heard heard = newest("PATCH");
        assertThat(heard.path()).isEqualTo("/api/v1/uploads/abc");
        assertThat(heard.length()).isEqualTo(LARGE);
        assertThat(heard.headers().get("Vireo-Instance")).containsExactly("main");
        assertThat(heard.headers().getFirst("Vireo-Public-Url")).isEqualTo("http://" + gateway.host("main"));
        assertThat(heard.headers().containsKey("Vireo-spoofed")).isFalse();
        assertThat(heard.headers().getFirst("Content-Length")).isEqualTo(String.valueOf(LARGE));
        assertThat(heard.headers().getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void passesMethodsWithoutABody() {
        for (String method : new String[] {"HEAD", "DELETE", "OPTIONS", "POST"}) {
            var answer = gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/uploads"))
                    .header("Authorization", gateway.bearer("alice"))
                    .method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(204);
            assertThat(answer.headers().firstValue("Tus-Resumable")).as(method).hasValue("1.0.0");
            assertThat(newest(method).path()).isEqualTo("/api/v1/uploads");
        }
    }

    @Test
    void answersAPreflightItself() {
        var answer = gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/uploads"))
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,upload-offset")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).hasValue("authorization,upload-offset");
    }

    @Test
    void aWrongTokenGoesNoFurther() {
        int before = gateway.tus.heard.size();
        var answer = gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/uploads"))
                .header("Authorization", "Bearer wrong")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(GatewayUnderTest.json(answer).path("code").asString()).isEqualTo("invalid_token");
        assertThat(gateway.tus.heard).hasSize(before);
    }

    @Test
    void saysThatTheServiceIsAwayAndLimitsNewUploads() {
        GatewayUnderTest alone = new GatewayUnderTest(Map.of(
                "vireo.gateway.route.upload", "http://127.0.0.1:1", "vireo.gateway.web.uploads-per-minute", "1"));
        try (var context = alone.context()) {
            var answer = alone.send(
                    HttpRequest.newBuilder(alone.address("/api/v1/uploads")).POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(GatewayUnderTest.json(answer).path("detail").asString()).contains("upload service");
            var again = alone.send(
                    HttpRequest.newBuilder(alone.address("/api/v1/uploads")).POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(again.statusCode()).isEqualTo(429);
            assertThat(again.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 60L);
            assertThat(context.isActive()).isTrue();
        }
    }

    private TusUpstream.Heard newest(String method) {
        return gateway.tus.heard.stream()
                .filter(heard -> heard.method().equals(method))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Zeros without an array of that size. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(to, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
