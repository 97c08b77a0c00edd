package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamSearchGrpcService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What visitors ask for again within a moment is not asked again behind the gateway. */
final class PublicListsIT {
    private static GatewayUnderTest gateway;
    private static UpstreamSearchGrpcService upstream;

    @BeforeAll
    static void start() {
        gateway = new GatewayUnderTest(Map.of("vireo.gateway.catalog.list-cache-time", "1m"));
        upstream = gateway.services.search;
    }

    @AfterAll
    static void stop() {
        gateway.context().close();
    }

    @Test
    void aListIsAskedForOnce() {
        byte[] first = gateway.get("/api/v1/videos?start=3&count=5").body();
        assertThat(gateway.get("/api/v1/videos?count=5&start=3").body()).isEqualTo(first);
        assertThat(asked(3)).isEqualTo(1);
        gateway.get("/api/v1/videos?start=3&count=6");
        assertThat(asked(3)).isEqualTo(2);
    }

    @Test
    void eachInstanceHasItsOwn() throws IOException {
        gateway.get("/api/v1/videos?start=4");
        String list = atTheSecond("/api/v1/videos?start=4");
        assertThat(asked(4)).isEqualTo(2);
        assertThat(list).contains("http://" + gateway.host("second") + "/w/");
    }

    @Test
    void whoIsSignedInHasItFresh() {
        gateway.getAs("alice", "/api/v1/videos?start=5");
        gateway.getAs("alice", "/api/v1/videos?start=5");
        gateway.get("/api/v1/videos?start=5");
        assertThat(asked(5)).isEqualTo(3);
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThat(gateway.get("/api/v1/videos?start=6&privacyOneOf=3").statusCode())
                .isEqualTo(403);
        assertThat(gateway.get("/api/v1/videos?start=6&privacyOneOf=3").statusCode())
                .isEqualTo(403);
        assertThat(asked(6)).isEqualTo(2);
    }

    /** Its name leads to this machine in browsers, not in every resolver. */
    private static String atTheSecond(String path) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), gateway.address("/").getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + gateway.host("second") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long asked(int start) {
        return upstream.asked.stream()
                .filter(request -> request.getStart() == start)
                .count();
    }
}
