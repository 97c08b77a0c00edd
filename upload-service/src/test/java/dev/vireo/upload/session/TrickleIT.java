package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.Eventually;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.SlowBody;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TusTestClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends a byte now and then for ever: its request ends when its upload expires, and nothing is kept. */
final class TrickleIT {
    private static final int LENGTH = 20 << 20;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithItsUpload(boolean saysHowMuch) {
        try (RunningUploadService service = start("200ms")) {
            TusTestClient alice = TestCallers.tus(service, "main", "alice");
            UUID id = alice.create(LENGTH, Map.of());
            assertThat(alice.post(LENGTH, Map.of(), Map.of(), new byte[0]).body())
                    .contains("quota_exceeded");

            trickleUntilAnswered(service, id, saysHowMuch);

            Eventually.holds("the upload is gone", () -> alice.head(id).statusCode() == 404);
            Eventually.holds(
                    "no object is left",
                    () -> service.origin().list("main/uploads/" + id + "/", 10).isEmpty());
            assertThat(alice.post(LENGTH, Map.of(), Map.of(), new byte[0]).statusCode())
                    .as("its place is free")
                    .isEqualTo(201);
        }
    }

    /** As where another process expires the upload: this one is not told. */
    @Test
    void endsByItselfWhereNobodySweeps() {
        try (RunningUploadService service = start("1h")) {
            UUID id = TestCallers.tus(service, "main", "alice").create(LENGTH, Map.of());
            trickleUntilAnswered(service, id, true);
        }
    }

    @Test
    void endsWhenItIsRefused() {
        try (RunningUploadService service = RunningUploadService.start(Map.of("vireo.upload.idle-limit", "200ms"))) {
            UUID id = TestCallers.tus(service, "main", "alice").create(LENGTH, Map.of());
            String token = TestCallers.token("main", "alice");
            try (SlowBody trickle = new SlowBody(service.httpPort(), "main", token, id, 1, LENGTH - 1)) {
                assertThat(trickle.statusLine()).isEqualTo("HTTP/1.1 409");
                Eventually.holds("the connection is cut", () -> !trickle.isTaken(new byte[1]));
            }
        }
    }

    @Test
    void endsWhenItIsRefusedHoweverFastItWasBefore() {
        try (RunningUploadService service = RunningUploadService.start(Map.of("vireo.upload.idle-limit", "200ms"))) {
            UUID id = TestCallers.tus(service, "main", "alice").create(LENGTH, Map.of());
            String token = TestCallers.token("main", "alice");
            try (SlowBody trickle = new SlowBody(service.httpPort(), "main", token, id, 1, LENGTH - 1)) {
                assertThat(trickle.statusLine()).isEqualTo("HTTP/1.1 409");
                trickle.send(new byte[LENGTH / 4 * 3]);
                Eventually.holds("the connection is cut", () -> !trickle.isTaken(new byte[1]));
            }
        }
    }

    private static void trickleUntilAnswered(RunningUploadService service, UUID id, boolean saysHowMuch) {
        String token = TestCallers.token("main", "alice");
        try (SlowBody trickle = saysHowMuch
                ? new SlowBody(service.httpPort(), "main", token, id, 0, LENGTH)
                : new SlowBody(service.httpPort(), "main", token, id, 0)) {
            byte[] drop = (saysHowMuch ? "x" : "1\r\nx\r\n").getBytes(StandardCharsets.US_ASCII);
            Eventually.holds("the request is over", () -> {
                trickle.send(drop);
                return trickle.answered();
            });
            assertThat(trickle.statusLine()).startsWith("HTTP/1.1 4");
        }
    }

    private static RunningUploadService start(String sweepInterval) {
        return RunningUploadService.start(Map.of(
                "vireo.upload.max-size", "20MB",
                "vireo.upload.quota", "30MB",
                "vireo.upload.expire-after", "2s",
                "vireo.upload.sweep-interval", sweepInterval));
    }
}
