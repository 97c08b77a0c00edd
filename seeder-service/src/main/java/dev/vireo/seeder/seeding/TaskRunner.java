package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.Outages;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.event.TaskHeartbeat;
import dev.vireo.kit.observe.LogContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hashes one file from its claim to its report. Whatever happens, the board knows: done, failed or given back. */
@Component
class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final int LONGEST_ERROR = 2000;
    private static final long MILLION = 1_000_000;

    private final SeedBoard board;
    private final FileHashing hashing;
    private final SeedProperties properties;

    TaskRunner(SeedBoard board, FileHashing hashing, SeedProperties properties) {
        this.board = board;
        this.hashing = hashing;
        this.properties = properties;
    }

    /** A file that had all its tries and is still this worker's. */
    record GivenUp(SeedTask task, String cause) {}

    /** Does what a message asks for, unless it is done or somebody else's; a file that had its last try is told. */
    Optional<GivenUp> run(UUID taskId, int attempt) throws InterruptedException {
        Optional<SeedTask> claimed = board.claim(taskId, attempt);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        SeedTask task = claimed.get();
        if (task.attempt() > properties.attempts() && !task.replayed()) {
            return Optional.of(new GivenUp(task, "Took one worker after another with it"));
        }
        List<GivenUp> over = new ArrayList<>(1);
        LogContext.about(
                task.video().instance(),
                task.video().videoId(),
                () -> work(task).ifPresent(over::add));
        return over.stream().findFirst();
    }

    /** The dead letters have it. */
    void giveUp(GivenUp over) {
        try {
            board.giveUp(over.task(), over.cause());
            LOG.error("{} is given up: {}", over.task().file().name(), over.cause());
        } catch (TaskLostException gone) {
            LOG.info("{}", gone.getMessage());
        }
    }

    private Optional<GivenUp> work(SeedTask task) throws InterruptedException {
        long start = System.nanoTime();
        TaskHeartbeat heartbeat = new TaskHeartbeat(task.id().toString(), () -> board.renew(task));
        try (heartbeat) {
            board.done(task, hashing.make(task));
            LOG.info(
                    "{} of {} bytes hashed in {} ms",
                    task.file().name(),
                    task.file().size(),
                    (System.nanoTime() - start) / MILLION);
            return Optional.empty();
        } catch (TaskLostException gone) {
            LOG.info("{}", gone.getMessage());
            discard(task);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            if (!heartbeat.lost()) {
                again(task, Duration.ZERO, false, "worker stopped");
                throw stopped;
            }
            LOG.info("{} was taken away", task.file().name());
            discard(task);
            return Optional.empty();
        } catch (RuntimeException trouble) {
            return trouble(task, trouble);
        }
    }

    /** With the database away nothing can be reported: the lease runs out, and the sweeper begins the next attempt. */
    private Optional<GivenUp> trouble(SeedTask task, RuntimeException trouble) {
        LOG.warn("{} of {} was not hashed", task.file().name(), task.video().videoId(), trouble);
        String error = shortened(trouble);
        if (trouble instanceof PlatformException known && known.code().kind().retryable()) {
            if (task.attempt() >= properties.attempts()) {
                return Optional.of(new GivenUp(task, error));
            }
            again(task, properties.pause(task.attempt()), false, error);
            return Optional.empty();
        }
        if (Outages.of(trouble).isPresent()) {
            throw trouble;
        }
        int failures = task.failures() + 1;
        if (failures >= properties.tries()) {
            return Optional.of(new GivenUp(task, error));
        }
        again(task, properties.pause(failures), true, error);
        return Optional.empty();
    }

    private void again(SeedTask task, Duration pause, boolean failed, String error) {
        try {
            board.again(task, pause, failed, error);
        } catch (TaskLostException gone) {
            LOG.info("{}", gone.getMessage());
        }
    }

    /** Nothing is left in the place of a video or version that is gone. */
    private void discard(SeedTask task) {
        if (board.isObsolete(task)) {
            hashing.discard(task);
        }
    }

    private static String shortened(RuntimeException failure) {
        String text = String.valueOf(failure.getMessage()).replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
