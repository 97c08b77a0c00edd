package dev.vireo.transcode.encode;

import dev.vireo.kit.event.TaskHeartbeat;
import dev.vireo.kit.observe.LogContext;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.transcode.job.Claim;
import dev.vireo.transcode.job.JobFailure;
import dev.vireo.transcode.job.Task;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.job.TaskLostException;
import dev.vireo.transcode.job.VideoVersion;
import dev.vireo.transcode.packaging.MalformedMediaException;
import dev.vireo.transcode.probe.SourceRefusedException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one task from its claim to its report. Whatever happens, the board knows: done, refused, failed or given back. */
@Component
class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_ERROR = 2000;

    private final TaskBoard board;
    private final Planner planner;
    private final EncodeWork encode;
    private final PackageWork packaging;
    private final Patience patience;
    private final WorkerProperties properties;

    TaskRunner(
            TaskBoard board,
            Planner planner,
            EncodeWork encode,
            PackageWork packaging,
            Patience patience,
            WorkerProperties properties) {
        this.board = board;
        this.planner = planner;
        this.encode = encode;
        this.packaging = packaging;
        this.patience = patience;
        this.properties = properties;
    }

    /** Does the task that a message names, unless it is done or somebody else's. */
    void run(UUID taskId, int attempt) throws InterruptedException {
        Optional<Claim> claim = patience.with(() -> board.claim(taskId, attempt));
        if (claim.isPresent()) {
            VideoVersion video = claim.get().task().video();
            LogContext.about(video.instance(), video.videoId(), () -> run(claim.get()));
        }
    }

    private void run(Claim claim) throws InterruptedException {
        Task task = claim.task();
        long start = System.nanoTime();
        TaskHeartbeat heartbeat = new TaskHeartbeat(task.id().toString(), () -> board.renew(task));
        try (heartbeat;
                Scratch scratch = Scratch.create(properties.scratch())) {
            work(claim, scratch);
            LOG.info(
                    "{} {} of {} version {} took {} ms",
                    task.kind(),
                    task.chunk(),
                    task.video().videoId(),
                    task.video().version(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (TaskLostException gone) {
            LOG.info("{}", gone.getMessage());
        } catch (SourceRefusedException refused) {
            report(() -> board.refused(task, new JobFailure(refused.code(), refused.sentence(), false)));
        } catch (EncoderException | MalformedMediaException failure) {
            LOG.warn(
                    "{} {} of {} failed",
                    task.kind(),
                    task.chunk(),
                    task.video().videoId(),
                    failure);
            report(() -> board.failed(task, shortened(failure)));
        } catch (InterruptedException stopped) {
            stopped(task, heartbeat);
        } catch (RuntimeException trouble) {
            trouble(task, trouble);
        }
    }

    private void work(Claim claim, Scratch scratch) throws InterruptedException {
        Task task = claim.task();
        switch (task.kind()) {
            case PLAN -> {
                var plan = planner.plan(new ObjectKey(claim.sourceKey()), scratch.folder());
                report(() -> board.planned(task, plan));
            }
            case PACKAGE -> {
                var packaged = packaging.make(claim, scratch);
                report(() -> board.packaged(task, packaged));
            }
            case COPY -> {
                encode.copy(claim, scratch);
                report(() -> board.done(task));
            }
            case AUDIO -> {
                encode.sound(claim, scratch);
                report(() -> board.done(task));
            }
            case LEAD, REST, CHUNK -> {
                encode.pictures(claim, scratch);
                report(() -> board.done(task));
            }
        }
    }

    private void stopped(Task task, TaskHeartbeat heartbeat) throws InterruptedException {
        if (heartbeat.lost()) {
            LOG.info("Task {} was taken away", task.id());
            return;
        }
        report(() -> board.giveBack(task, Duration.ZERO, "worker stopped"));
        throw new InterruptedException();
    }

    private void trouble(Task task, RuntimeException trouble) throws InterruptedException {
        LOG.warn("{} {} of {} stopped", task.kind(), task.chunk(), task.video().videoId(), trouble);
        if (Patience.isTransient(trouble)) {
            report(() -> board.giveBack(task, PAUSE, shortened(trouble)));
        } else {
            report(() -> board.failed(task, shortened(trouble)));
        }
    }

    private void report(Runnable report) throws InterruptedException {
        try {
            patience.with(() -> {
                report.run();
                return true;
            });
        } catch (TaskLostException gone) {
            LOG.info("{}", gone.getMessage());
        }
    }

    private static String shortened(RuntimeException failure) {
        String text = String.valueOf(failure.getMessage()).replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
