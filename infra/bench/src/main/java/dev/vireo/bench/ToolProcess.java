package dev.vireo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that is measured or that measures. */
public final class ToolProcess implements AutoCloseable {
    private final Process process;
    private final long start = System.nanoTime();

    private ToolProcess(Process process) {
        this.process = process;
    }

    /** Starts it with its output joined; read it with {@link #finish}. */
    public static ToolProcess start(List<String> command, Path directory, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new ToolProcess(builder.start());
        } catch (IOException missing) {
            throw new UncheckedIOException("Cannot start " + command.getFirst() + ": is it installed?", missing);
        }
    }

    /** Runs it to its end and gives what it printed. */
    public static String run(List<String> command, Path directory, Map<String, String> environment) {
        try (ToolProcess tool = start(command, directory, environment)) {
            return tool.finish();
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Waits for its end and gives what it printed. */
    public String finish() {
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(process.info().commandLine().orElse("A tool") + " failed: " + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    double wallSeconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
