package dev.vireo.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

final class GuardedHttpClientTest {
    private final AtomicInteger reached = new AtomicInteger();
    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/small", 200, "hello", null);
        answer("/large", 200, "x".repeat(5_000), null);
        answer("/hop", 302, "", "/small");
        answer("/loop", 302, "", "/loop");
        answer("/inside", 302, "", "http://169.254.169.254/latest");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsFromAnAllowedHostAndFollowsItsRedirects() {
        var answer = client(Set.of("127.0.0.1")).get(URI.create(base + "/hop"), Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/small", "http://localhost:%d/small", "http://[::1]:%d/small"})
    void refusesItsOwnNetworkBeforeAnyConnection(String form) {
        URI address = URI.create(form.formatted(server.getAddress().getPort()));
        assertRefused(KitErrorCode.INVALID_ARGUMENT, client(Set.of()), address);
        assertThat(reached).hasValue(0);
    }

    @Test
    void refusesARedirectIntoAClosedNetwork() {
        assertRefused(KitErrorCode.INVALID_ARGUMENT, client(Set.of("127.0.0.1")), URI.create(base + "/inside"));
    }

    @Test
    void refusesOtherSchemes() {
        assertRefused(KitErrorCode.INVALID_ARGUMENT, client(Set.of()), URI.create("file:///etc/passwd"));
        assertRefused(KitErrorCode.INVALID_ARGUMENT, client(Set.of()), URI.create("gopher://example.org/"));
    }

    @Test
    void stopsAtItsLimits() {
        GuardedHttpClient client = client(Set.of("127.0.0.1"));
        assertRefused(KitErrorCode.REMOTE_FAILED, client, URI.create(base + "/large"));
        assertRefused(KitErrorCode.REMOTE_FAILED, client, URI.create(base + "/loop"));
    }

    private static void assertRefused(KitErrorCode code, GuardedHttpClient client, URI address) {
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> client.get(address, Map.of()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static GuardedHttpClient client(Set<String> allowed) {
        return new GuardedHttpClient(new GuardedHttpProperties(
                allowed, Duration.ofSeconds(5), Duration.ofSeconds(20), 3, DataSize.ofBytes(1_000)));
    }

    private void answer(String path, int status, String body, @org.jspecify.annotations.Nullable String location) {
        server.createContext(path, exchange -> {
            reached.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
