package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One running child: its output goes to a log file, its identity to a file by which the next start ends an orphan. */
final class ServerProcess {
    private static final long LARGE_LOG = 32L << 20;
    private static final Duration POLL = Duration.ofMillis(50);

    private static final Optional<String> SETSID = Stream.of("/usr/bin/setsid", "/bin/setsid")
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst();

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private ServerProcess(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    static ServerProcess start(String name, ServerCommand command, DataFolder data) {
        Path log = data.log(name);
        keepSmall(log);
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(command.words()))
                .directory(command.workFolder().toFile())
                .redirectErrorStream(true)
                .redirectInput(
                        command.input().length == 0
                                ? ProcessBuilder.Redirect.from(
                                        Path.of("/dev/null").toFile())
                                : ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            Process process = builder.start();
            Path pidFile = data.pidFile(name);
            ProcessIdentity.of(process.toHandle()).write(pidFile);
            give(process, command.input());
            return new ServerProcess(name, process, log, pidFile);
        } catch (IOException e) {
            throw new ServerException(
                    "%s cannot be started (%s): %s."
                            .formatted(name, command.words().getFirst(), e.getMessage()),
                    e);
        }
    }

    /** The pipe stays open: a server that is told things by it takes its end for the death of its parent. */
    private static void give(Process process, byte[] input) {
        if (input.length == 0) {
            return;
        }
        try {
            process.getOutputStream().write(input);
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It ended before it read: the wait for its health tells why.
        }
    }

    /** Ctrl-C in a terminal reaches the parent alone, which then stops its children in order. */
    private static List<String> inOwnSession(List<String> words) {
        return SETSID.map(setsid ->
                        Stream.concat(Stream.of(setsid), words.stream()).toList())
                .orElse(words);
    }

    void awaitHealthy(BooleanSupplier healthy, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!healthy.getAsBoolean()) {
            if (exitedWithin(POLL)) {
                delete(pidFile);
                throw new ServerException("%s ended during its start with exit code %d; the end of %s says:%n%s"
                        .formatted(name, process.exitValue(), log, LogTail.of(log)));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new ServerException("%s was not ready within %d s and was stopped; the end of %s says:%n%s"
                        .formatted(name, limit.toSeconds(), log, LogTail.of(log)));
            }
        }
    }

    void stop(Runnable request, Duration patience) {
        ProcessTree.end(process.toHandle(), request, patience);
        delete(pidFile);
    }

    void kill() {
        ProcessTree.kill(process.toHandle());
        delete(pidFile);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private boolean exitedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new ServerException("The start of " + name + " was interrupted.", e);
        }
    }

    private static void keepSmall(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
