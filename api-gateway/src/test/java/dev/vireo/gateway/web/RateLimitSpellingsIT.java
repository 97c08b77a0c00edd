package dev.vireo.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** However the client writes the path: what is answered like the limited one is limited like it. */
final class RateLimitSpellingsIT {
    private static final GatewayUnderTest GATEWAY = new GatewayUnderTest(
            Map.of("vireo.gateway.web.tokens-per-minute", "1", "vireo.gateway.web.uploads-per-minute", "1"));
    private static final int LIMITED = 429;
    private static final List<String> SPELLINGS = List.of(
            "/api/v1/%s",
            "/api/v1/%s/",
            "//api/v1/%s",
            "/api//v1/%s",
            "/api/v1//%s",
            "/api/v1/%s//",
            "/./api/v1/%s",
            "/api/x/../v1/%s",
            "/api/%%2e/v1/%s",
            "/api/x/%%2e%%2e/v1/%s",
            "/%%61pi/v1/%s",
            "/api%%2fv1/%s",
            "/api/v1;a=b/%s",
            "/api/v1/%s;a=b",
            "/api/v1/%s;/",
            "/api/v1/%s%%20",
            "/api/v1/%s%%00",
            "/api/v1/%s?x=/",
            "/API/v1/%s",
            "/api\\v1/%s",
            "http://elsewhere.example/api/v1/%s");

    @AfterAll
    static void stop() {
        GATEWAY.context().close();
    }

    @Test
    void signInsAreCountedHoweverTheyAreWritten() throws IOException {
        String form = "grant_type=password&client_id=vireo-web&username=alice&password=wrong";
        assertThat(post("/api/v1/users/token", form)).isEqualTo(400);
        for (String spelling : SPELLINGS) {
            for (String path : List.of("users/token", "users//token", "users/%74oken", "users;x/token")) {
                assertLimitedOrUnknown(spelling.formatted(path), form);
            }
        }
    }

    @Test
    void newUploadsAreCountedHoweverTheyAreWritten() throws IOException {
        assertThat(post("/api/v1/uploads", "")).isEqualTo(204);
        int before = GATEWAY.tus.heard.size();
        for (String spelling : SPELLINGS) {
            for (String path : List.of("uploads", "%75ploads", "x/../uploads")) {
                assertLimitedOrUnknown(spelling.formatted(path), "");
            }
        }
        assertThat(GATEWAY.tus.heard).hasSize(before);
    }

    /** Refused by the limit, or not taken for that path at all. */
    private static void assertLimitedOrUnknown(String target, String form) throws IOException {
        assertThat(post(target, form)).as(target).isIn(LIMITED, 400, 404, 405);
        assertThat(answer(target, form)).as(target).doesNotContain("invalid_grant");
    }

    private static int post(String target, String form) throws IOException {
        return Integer.parseInt(answer(target, form).split(" ", 3)[1]);
    }

    /** By hand: every ready-made client writes paths properly. */
    private static String answer(String target, String form) throws IOException {
        URI address = GATEWAY.address("/");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "POST " + target + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nTus-Resumable: 1.0.0\r\nConnection: close"
                    + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
