package dev.vireo.upload;

import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, which can be killed; its database and store outlive it. */
public final class UploadServiceProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path log;
    private final Process process;

    private UploadServiceProcess(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /** Returns when it serves requests. */
    public static UploadServiceProcess start(Map<String, String> settings, String... jvm) {
        try {
            Path log = Files.createTempFile(
                    Files.createDirectories(Path.of("target", "artifacts")), "upload-service", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(jvm));
            command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath(), UploadServiceApplication.class.getName()));
            command.addAll(List.of(TestSettings.arguments(new LinkedHashMap<>(settings))));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            UploadServiceProcess started = new UploadServiceProcess(log, process);
            Eventually.holds(
                    "the process serves, see " + log, () -> !process.isAlive() || started.has("Started Upload"));
            if (!process.isAlive()) {
                throw new AssertionError("The process ended, see " + log);
            }
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Port of the tus door. */
    public int httpPort() {
        Matcher port = PORT.matcher(text());
        if (!port.find()) {
            throw new AssertionError("No port in " + log);
        }
        return Integer.parseInt(port.group(1));
    }

    /** Everything it has said so far, by line. */
    public List<String> log() {
        return text().lines().toList();
    }

    /** Resident memory in KiB, as the system counts it. */
    public long residentKib() {
        try {
            Matcher resident =
                    RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            if (!resident.find()) {
                throw new AssertionError("No VmRSS");
            }
            return Long.parseLong(resident.group(1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, and the time until it is gone in milliseconds. */
    public long stop() {
        long begin = System.nanoTime();
        process.destroy();
        process.onExit().join();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    @Override
    public void close() {
        kill();
    }

    private boolean has(String line) {
        return text().contains(line);
    }

    private String text() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The build hides its class path behind a manifest, and says it here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
