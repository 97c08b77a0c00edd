package dev.vireo.transcode.job;

import dev.vireo.kit.event.EventOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where workers take tasks and report. Each report counts once and only from the attempt that holds the task; all
 * others get {@link TaskLostException}. Whoever changes both locks the row of the job before the rows of its tasks.
 */
@Service
public class TaskBoard {

    private static final int PACKAGE_ORDINAL = 1_000_000;

    private final JdbcJobRepository jobs;
    private final JdbcTaskRepository tasks;
    private final JdbcSegmentRepository segments;
    private final TranscodeJobs transcodeJobs;
    private final TaskQueue queue;
    private final EventOutbox outbox;
    private final TaskBoardTimes times;

    TaskBoard(
            JdbcJobRepository jobs,
            JdbcTaskRepository tasks,
            JdbcSegmentRepository segments,
            TranscodeJobs transcodeJobs,
            TaskQueue queue,
            EventOutbox outbox,
            TaskBoardTimes times) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.segments = segments;
        this.transcodeJobs = transcodeJobs;
        this.queue = queue;
        this.outbox = outbox;
        this.times = times;
    }

    /** Takes the task that a message names; empty when it is done, another worker's, or no longer wanted. */
    @Transactional
    public Optional<Claim> claim(UUID taskId, int attempt) {
        return tasks.version(taskId)
                .flatMap(jobs::lock)
                .filter(job -> !job.state().terminal())
                .flatMap(job -> tasks.claim(taskId, attempt, times.leaseEnd())
                        .filter(task -> !wornOut(job, task))
                        .map(task -> new Claim(task, job.sourceKey(), job.plan(), tasks.failures(task))));
    }

    /** Keeps the task; false when it is lost or its video gone. */
    @Transactional
    public boolean renew(Task task) {
        return tasks.renew(task, times.leaseEnd());
    }

    /** The source was probed: all further tasks are planned, the first ones go out. */
    @Transactional
    public void planned(Task task, TranscodePlan plan) {
        lock(task);
        finish(task);
        jobs.planned(task.video(), plan, times.now());
        queue.addAll(task.video(), plan);
        outbox.add(JobEvents.started(task.video(), plan));
        queue.handOut(task.video());
    }

    /** A segment is durable; it may be the one that makes the video playable. */
    @Transactional
    public void segment(Task task, StoredRendition rendition, StoredSegment segment) {
        Job job = lock(task);
        if (!renew(task)) {
            throw new TaskLostException(task);
        }
        StoredRendition stored = segments.merge(task.video(), rendition);
        if (!stored.initSha256().equals(rendition.initSha256())) {
            throw new IllegalStateException(
                    "The encoder began " + rendition.name() + " with another section than before");
        }
        if (!segments.insert(task.video(), segment)) {
            return;
        }
        TranscodePlan plan = job.requirePlan();
        if (!job.playable() && segment.number() == 0 && begun(task.video(), plan)) {
            jobs.playable(task.video());
            outbox.add(JobEvents.playable(task.video(), plan));
        }
        progress(job, plan);
    }

    /** All segments of the task are reported. */
    @Transactional
    public void done(Task task) {
        Job job = lock(task);
        finish(task);
        queue.handOut(task.video());
        boolean encoded = tasks.entries(task.video()).stream().allMatch(entry -> entry.state() == TaskState.DONE);
        if (encoded && job.state() == JobState.ENCODING) {
            jobs.become(task.video(), JobState.PACKAGING, JobFailure.NONE, times.now());
            queue.add(task.video(), TaskKind.PACKAGE, 0, PACKAGE_ORDINAL);
            queue.handOut(task.video());
        }
    }

    /** All files of the version are in the origin. */
    @Transactional
    public void packaged(Task task, PackagedVersion packaged) {
        Job job = lock(task);
        finish(task);
        jobs.become(task.video(), JobState.COMPLETED, JobFailure.NONE, times.now());
        outbox.add(JobEvents.completed(task.video(), job.requirePlan(), packaged));
    }

    /** The version cannot be made, whoever tries. */
    @Transactional
    public void refused(Task task, JobFailure failure) {
        lock(task);
        finish(task);
        transcodeJobs.fail(task.video(), failure);
    }

    /** This try failed; another follows unless there were enough. */
    @Transactional
    public void failed(Task task, String error) {
        Job job = lock(task);
        int failures = tasks.failures(task) + 1;
        again(task, times.pause(failures), true, error);
        if (failures >= times.tries()) {
            giveUp(job, task);
        }
    }

    /** This try was stopped by something that is not the file's fault: the task goes on later. */
    @Transactional
    public void giveBack(Task task, Duration pause, String error) {
        Job job = lock(task);
        again(task, pause, false, error);
        if (task.attempt() >= times.attempts()) {
            giveUp(job, task);
        }
    }

    /** What is stored of a rendition. */
    public Optional<StoredRendition> rendition(VideoVersion video, String name) {
        return segments.find(video, name);
    }

    /** The segments of a rendition so far, in order. */
    public List<StoredSegment> segments(VideoVersion video, String rendition) {
        return segments.segments(video, rendition);
    }

    /** A task that took one worker after another with it is given up. */
    private boolean wornOut(Job job, Task task) {
        boolean wornOut = task.attempt() > times.attempts();
        if (wornOut) {
            giveUp(job, task);
        }
        return wornOut;
    }

    /** Fails the job; but when it may be the copy that cannot be made, or that does not fit the rest, encodes instead. */
    private void giveUp(Job job, Task task) {
        TranscodePlan plan = job.plan();
        if (plan == null || !plan.copied() || !(task.kind() == TaskKind.COPY || task.kind() == TaskKind.PACKAGE)) {
            transcodeJobs.fail(task.video(), JobFailure.encoder());
            return;
        }
        TranscodePlan encoding = plan.withoutCopy();
        jobs.planned(task.video(), encoding, times.now());
        segments.remove(task.video(), plan.renditionNames().getFirst());
        queue.replaceAll(task.video(), encoding);
        queue.handOut(task.video());
    }

    private void again(Task task, Duration pause, boolean failed, String error) {
        Instant due = times.now().plus(pause);
        if (!tasks.waitUntil(task, due, failed, error)) {
            throw new TaskLostException(task);
        }
    }

    private void finish(Task task) {
        if (!tasks.done(task, times.now())) {
            throw new TaskLostException(task);
        }
    }

    private Job lock(Task task) {
        return jobs.lock(task.video())
                .filter(job -> !job.state().terminal())
                .orElseThrow(() -> new TaskLostException(task));
    }

    private boolean begun(VideoVersion video, TranscodePlan plan) {
        return plan.leadNames().stream().anyMatch(name -> segments.exists(video, name, 0))
                && (!plan.hasAudio() || segments.exists(video, TranscodePlan.AUDIO, 0));
    }

    private void progress(Job job, TranscodePlan plan) {
        Instant now = times.now();
        if (now.isBefore(job.progressedAt().plus(times.progressEvery()))) {
            return;
        }
        jobs.progressed(job.video(), now);
        Map<String, Integer> counts = segments.counts(job.video());
        outbox.add(JobEvents.progressed(job.video(), JobProgress.fraction(plan, counts)));
    }
}
