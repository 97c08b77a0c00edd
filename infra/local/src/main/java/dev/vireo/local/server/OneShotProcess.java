package dev.vireo.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs a preparing command to its end; a failure is one sentence with the end of its log. */
public final class OneShotProcess {

    private OneShotProcess() {}

    /** Fails unless the command ends with 0. */
    public static void run(String purpose, ServerCommand command, Path log, Duration limit) {
        int code = exitCode(purpose, command, log, limit);
        if (code != 0) {
            throw new ServerException("%s failed with exit code %d; the end of %s says:%n%s"
                    .formatted(purpose, code, log, LogTail.of(log)));
        }
    }

    /** Runs to the end and tells how it ended. */
    public static int exitCode(String purpose, ServerCommand command, Path log, Duration limit) {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.workFolder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            return await(builder.start(), purpose, log, limit);
        } catch (IOException e) {
            throw new ServerException(
                    "%s is impossible, %s cannot be started: %s."
                            .formatted(purpose, command.words().getFirst(), e.getMessage()),
                    e);
        }
    }

    private static int await(Process process, String purpose, Path log, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            ProcessTree.kill(process.toHandle());
            throw new ServerException("%s did not end within %d s; the end of %s says:%n%s"
                    .formatted(purpose, limit.toSeconds(), log, LogTail.of(log)));
        } catch (InterruptedException e) {
            ProcessTree.kill(process.toHandle());
            Thread.currentThread().interrupt();
            throw new ServerException(purpose + " was interrupted.", e);
        }
    }
}
