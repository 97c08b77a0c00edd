package dev.vireo.kit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

final class SupervisedProcessTest {
    private static final ProcessLimits ROOMY =
            new ProcessLimits(Duration.ofMinutes(1), DataSize.ofMegabytes(512), DataSize.ofMegabytes(1));

    @TempDir
    Path directory;

    @Test
    void givesOutputLineByLineAndTheTailOfItsErrors() throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (var child = start("echo one; echo two; echo wrong >&2; exit 3", ROOMY, lines::add)) {
            ChildResult result = child.await();
            assertThat(lines).containsExactly("one", "two");
            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.errorTail()).isEqualTo("wrong");
            assertThat(result.succeeded()).isFalse();
        }
    }

    @Test
    void seesNothingOfOurEnvironment() throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (var child =
                SupervisedProcess.start(List.of("env"), directory, Map.of("GIVEN", "yes"), ROOMY, lines::add)) {
            child.await();
        }
        assertThat(lines).contains("GIVEN=yes").allMatch(line -> line.matches("(GIVEN|PATH|LANG|PWD|_)=.*"));
    }

    @Test
    void endsItWithEverythingItStartedWhenItsTimeIsOver() throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ProcessLimits brief =
                new ProcessLimits(Duration.ofSeconds(2), DataSize.ofMegabytes(512), DataSize.ofMegabytes(1));
        try (var child = start("sleep 600 & echo $!; wait", brief, lines::add)) {
            long grandchild = Long.parseLong(lines.poll(10, TimeUnit.SECONDS));
            assertThat(child.await().timedOut()).isTrue();
            assertGone(grandchild);
            assertGone(child.pid());
        }
    }

    @Test
    void endsItWhenTheWaitingThreadIsInterrupted() throws InterruptedException {
        try (var child = start("sleep 600", ROOMY, line -> {})) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedException.class).isThrownBy(child::await);
            assertGone(child.pid());
        }
    }

    @Test
    void diesWithTheThreadThatStartedIt() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        var running = new CompletableFuture<SupervisedProcess>();
        Thread starter = Thread.ofPlatform().start(() -> {
            SupervisedProcess child = start("echo running; exec sleep 600", ROOMY, lines::add);
            running.complete(child);
            firstOf(lines);
        });
        starter.join();
        try (var child = running.get()) {
            assertGone(child.pid());
        }
    }

    @Test
    void isStoppedByTheLimitOfFileSize() throws Exception {
        try (var child = start("head -c 20000000 /dev/zero > big", ROOMY, line -> {})) {
            assertThat(child.await().succeeded()).isFalse();
        }
        assertThat(Files.size(directory.resolve("big"))).isLessThanOrEqualTo(1024 * 1024);
    }

    @Test
    void isStoppedByTheLimitOfMemory() throws InterruptedException {
        try (var child = start("head -c 2000000000 /dev/zero | tail", ROOMY, line -> {})) {
            assertThat(child.await().succeeded()).isFalse();
        }
    }

    private SupervisedProcess start(String script, ProcessLimits limits, java.util.function.Consumer<String> lines) {
        return SupervisedProcess.start(List.of("sh", "-c", script), directory, Map.of(), limits, lines);
    }

    /** The child says something only after its parent's death has become its own. */
    private static String firstOf(BlockingQueue<String> lines) {
        try {
            return lines.take();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Dead is enough: whoever inherits an orphan may take its time to read how it ended. */
    private static void assertGone(long pid) {
        Eventually.holds(pid + " is gone", () -> !lives(pid));
    }

    /** Field 3 of proc_pid_stat(5), after the name in parentheses, is Z when it is dead. */
    private static boolean lives(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }
}
