package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An operator looks at one upload in the tracing system: one trace, from the gateway to the last encoder. */
final class TraceIT {
    private static final Set<String> SERVICES = Set.of("api-gateway", "upload-service", "transcode-service");
    private static final Set<String> STEPS = Set.of(
            "http post /api/v1/uploads/**",
            "http post /api/v1/uploads/{id}",
            "video.v1 process",
            "transcode-task-express.v1 process",
            "transcode-task.v1 process",
            "transcode.v1 process");

    private final Platform platform = RunningPlatform.get();

    @Test
    void oneTraceLeadsFromTheRequestOverTheBusToTheEncoder() {
        Person alice = Person.signedIn(platform.address(), "alice");
        String id = TusUploads.upload(
                alice, new Clips(platform.ffmpeg()).testPicture(320, 180, 30, 4), Map.of("name", "Traced"));
        Videos.untilPublished(alice, id);

        boolean seen = Eventually.until(
                "one trace through all services, there and back",
                () -> RunningPlatform.traces().servicesByTrace().entrySet().stream()
                        .filter(trace -> trace.getValue().containsAll(SERVICES))
                        .map(trace -> RunningPlatform.traces().namesIn(trace.getKey()))
                        .anyMatch(names -> names.containsAll(STEPS)),
                found -> found);

        assertThat(seen).isTrue();
    }
}
