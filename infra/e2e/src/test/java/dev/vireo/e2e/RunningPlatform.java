package dev.vireo.e2e;

import dev.vireo.local.Platform;
import dev.vireo.local.PlatformOptions;
import java.nio.file.Path;
import java.util.Map;

/** The one platform of this test run: real servers and every service, on free ports, with data of its own. */
final class RunningPlatform {
    private static final Path HOUSE = Path.of(System.getProperty("house.directory", "../.."));
    private static final Path DATA = Path.of("target", "platform");

    private static final TraceCollector TRACES = new TraceCollector();
    private static final Map<String, String> TRACING = Map.of(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            TRACES.address(),
            "management.tracing.sampling.probability",
            "1.0");
    /** Two answers can only be compared when neither is a remembered one. */
    private static final Map<String, String> FORGETFUL =
            Map.of("vireo.discover.overview-age", "100ms", "vireo.suggest.age", "100ms");

    /** Players may find each other as soon as a video is seeded. */
    private static final Map<String, String> PROMPT = Map.of("vireo.seeder.admission.players-every", "200ms");

    private RunningPlatform() {}

    /** Every span that the platform's services sent. */
    static TraceCollector traces() {
        return TRACES;
    }

    static Platform get() {
        return Holder.PLATFORM;
    }

    private static final class Holder {
        private static final Platform PLATFORM = start();

        private static Platform start() {
            Platform platform = Platform.start(
                    PlatformOptions.isolated(HOUSE, DATA)
                            .withFresh(true)
                            .withWorkers(2)
                            .withSettings(Map.of("*", TRACING, "search-service", FORGETFUL, "seeder-service", PROMPT)),
                    System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                platform.close();
                TRACES.stop();
            }));
            return platform;
        }
    }
}
