package dev.vireo.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log collector of an operator gets. */
final class StructuredLogIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final JsonMapper json = new JsonMapper();

    @Test
    void eachLineIsOneObjectThatNamesInstanceVideoAndTraceAndNoSecret() {
        String token = TestCallers.token("main", "alice");
        byte[] film = TestFilm.of(3_000, 8);
        UUID id;
        List<String> lines;
        try (UploadServiceProcess process = UploadServiceProcess.start(
                service.settings(), "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")) {
            TusTestClient alice = new TusTestClient(process.httpPort(), "main", token);
            id = alice.create(film.length, Map.of("filename", "logged.mp4"));
            assertThat(alice.patch(id, 0, film).statusCode()).isEqualTo(204);
            process.stop();
            lines = process.log();
        }

        List<JsonNode> objects = lines.stream().map(json::readTree).toList();
        assertThat(objects).allMatch(line -> line.has("@timestamp") && line.has("message"));
        assertThat(objects)
                .filteredOn(line -> line.get("message").asString().contains("is complete"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("instance").asString()).isEqualTo("main");
                    assertThat(line.get("video").asString()).isEqualTo(id.toString());
                    assertThat(line.get("traceId").asString()).hasSize(32);
                });
        assertThat(String.join("\n", lines)).doesNotContain(token, "vireo-local-secret");
    }
}
