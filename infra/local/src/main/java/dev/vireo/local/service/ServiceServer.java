package dev.vireo.local.service;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.HealthHttpClient;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.ServerCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One service as its own process; ready when its readiness answer says so. */
public final class ServiceServer extends LocalServer {
    private static final Duration DRAIN = Duration.ofSeconds(14);

    private final ServiceDefinition definition;
    private final ServiceLayout layout;
    private final DataFolder data;
    private final boolean quick;

    /** Quick means: compiled by the first compiler only, which halves start time and memory, and top speed too. */
    public ServiceServer(ServiceDefinition definition, DataFolder data, boolean quick) {
        super(definition.name(), data, definition.ports());
        this.definition = definition;
        this.layout = new ServiceLayout(definition.name(), definition.jar(), data);
        this.data = data;
        this.quick = quick;
    }

    /** Whether the first start of this build is still to come, which takes longer. */
    public boolean isUntrained() {
        return !layout.isTrained();
    }

    @Override
    protected ServerCommand prepare() {
        layout.extract();
        Map<String, String> environment = environment();
        List<String> application = List.of("-jar", layout.thinJar().toString());
        layout.train(flags(), application, environment);
        List<String> words = new ArrayList<>(flags());
        words.addFirst(ServiceLayout.java());
        if (layout.isTrained()) {
            words.add("-XX:AOTCache=" + layout.aotCache());
        }
        words.addAll(application);
        return new ServerCommand(words, environment, data.root());
    }

    @Override
    protected boolean isHealthy() {
        return HealthHttpClient.isReady(
                "http://127.0.0.1:" + ports().getFirst().number() + "/actuator/health/readiness");
    }

    @Override
    protected Duration stopLimit() {
        return DRAIN;
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xmx" + definition.heapMebibytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:aot=off",
                "--enable-native-access=ALL-UNNAMED"));
        if (quick) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private Map<String, String> environment() {
        Path file = data.of("config").resolve(name() + ".properties");
        String lines = new TreeMap<>(definition.settings())
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new TreeMap<>(definition.environment());
        environment.put("SPRING_CONFIG_ADDITIONAL_LOCATION", "file:" + file);
        return environment;
    }
}
