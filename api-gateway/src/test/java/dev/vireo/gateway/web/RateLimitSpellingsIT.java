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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** However the client writes the path: what is answered like the limited one is limited like it. */
final class RateLimitSpellingsIT {
    private static final GatewayUnderTest GATEWAY = new GatewayUnderTest(
            Map.of("vireo.gateway.web.tokens-per-minute", "1", "vireo.gateway.web.uploads-per-minute", "1"));
    private static final int LIMITED = 429;
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\\r\\nretry-after: (\\d+)\\r\\n");
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
                assertLimitedOrUnknown("/api/v1/users/token", spelling.formatted(path), form);
            }
        }
    }

    @Test
    void newUploadsAreCountedHoweverTheyAreWritten() throws IOException {
        assertThat(post("/api/v1/uploads", "")).isEqualTo(204);
        for (String spelling : SPELLINGS) {
            for (String path : List.of("uploads", "%75ploads", "x/../uploads")) {
                assertLimitedOrUnknown("/api/v1/uploads", spelling.formatted(path), "");
            }
        }
    }

    /**
     * Refused by the limit, or not taken for that path at all. Only what is answered while nothing is left of the limit
     * tells anything: when a minute was over meanwhile, the path is tried again.
     */
    private static void assertLimitedOrUnknown(String counted, String target, String form) throws IOException {
        long left;
        long before;
        String answer;
        int heard;
        do {
            before = untilNothingIsLeft(counted, form);
            heard = GATEWAY.tus.heard.size();
            answer = answer(target, form);
            String after = answer(counted, form);
            left = status(after) == LIMITED ? retryAfter(after) : Long.MAX_VALUE;
        } while (left > before);
        assertThat(status(answer)).as(target).isIn(LIMITED, 400, 404, 405);
        assertThat(answer).as(target).doesNotContain("invalid_grant");
        assertThat(GATEWAY.tus.heard).as(target).hasSize(heard);
    }

    /** Uses the limit up, and says for how many seconds. */
    private static long untilNothingIsLeft(String counted, String form) throws IOException {
        String answer = answer(counted, form);
        while (status(answer) != LIMITED) {
            answer = answer(counted, form);
        }
        return retryAfter(answer);
    }

    private static long retryAfter(String answer) {
        Matcher header = RETRY_AFTER.matcher(answer);
        assertThat(header.find()).as(answer).isTrue();
        return Long.parseLong(header.group(1));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static int post(String target, String form) throws IOException {
        return status(answer(target, form));
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
