package dev.vireo.kit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A child process that never outlives its purpose: it starts with a clean environment and limits of the kernel, is
 * killed with everything it started when its time is over, when {@link #close()} is called, when the waiting thread is
 * interrupted, and when this JVM ends.
 */
public final class SupervisedProcess implements AutoCloseable {
    private static final int ERROR_TAIL_LINES = 40;
    private static final int LONGEST_LINE = 2_000;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Set<SupervisedProcess> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(SupervisedProcess::close)));
    }

    private final Process process;
    private final ProcessLimits limits;
    private final List<String> errorTail = new ArrayList<>();
    private final Thread output;
    private final Thread errors;

    private SupervisedProcess(Process process, ProcessLimits limits, Consumer<String> lines) {
        this.process = process;
        this.limits = limits;
        ALIVE.add(this);
        this.output = Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8), lines));
        this.errors = Thread.ofVirtual()
                .start(() -> read(
                        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)),
                        this::keep));
    }

    /**
     * Starts {@code command} in {@code directory} with only {@code environment}. Each line of its standard output goes
     * to {@code lines}. The limits are set by {@code prlimit}; {@code setpriv} (both util-linux) has the kernel kill the
     * child when the starting thread ends, which holds even when this JVM is killed: start and await it on one platform
     * thread.
     */
    public static SupervisedProcess start(
            List<String> command,
            Path directory,
            Map<String, String> environment,
            ProcessLimits limits,
            Consumer<String> lines) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("Start a child from a platform thread: it ends with the thread.");
        }
        List<String> limited = new ArrayList<>(List.of(
                "setpriv",
                "--pdeathsig=KILL",
                "--no-new-privs",
                "prlimit",
                "--as=" + limits.memory().toBytes(),
                "--fsize=" + limits.fileSize().toBytes(),
                "--core=0",
                "--nofile=256",
                "--"));
        limited.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(limited).directory(directory.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        try {
            return new SupervisedProcess(builder.start(), limits, lines);
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "Cannot start " + command.getFirst() + " (with setpriv and prlimit)", missing);
        }
    }

    /** Waits for its end, or ends it when its time is over or this thread is interrupted. */
    public ChildResult await() throws InterruptedException {
        boolean ended;
        try {
            ended = process.waitFor(limits.wallTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            close();
            throw stopped;
        }
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        close();
        output.join();
        errors.join();
        synchronized (errorTail) {
            return new ChildResult(process.exitValue(), !ended, String.join("\n", errorTail), cpu);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it and everything it started: asks first, then kills. Nothing happens when it has ended. */
    @Override
    public void close() {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroy);
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                tree.forEach(ProcessHandle::destroyForcibly);
                process.waitFor();
            }
            tree.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException again) {
            tree.forEach(ProcessHandle::destroyForcibly);
            interrupted = true;
        }
        ALIVE.remove(this);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String line) {
        synchronized (errorTail) {
            if (errorTail.size() == ERROR_TAIL_LINES) {
                errorTail.removeFirst();
            }
            errorTail.add(line);
        }
    }

    private static void read(BufferedReader from, Consumer<String> lines) {
        try (from) {
            StringBuilder line = new StringBuilder();
            for (int character = from.read(); character >= 0; character = from.read()) {
                if (character == '\n' || character == '\r') {
                    lines.accept(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) character);
                }
            }
            if (!line.isEmpty()) {
                lines.accept(line.toString());
            }
        } catch (IOException closed) {
            // The child is gone; what it said so far is kept.
            return;
        }
    }
}
