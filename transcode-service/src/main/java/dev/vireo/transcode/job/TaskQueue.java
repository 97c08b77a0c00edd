package dev.vireo.transcode.job;

import dev.vireo.kit.Ids;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.transcode.chunk.Chunk;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts tasks on the bus, through the outbox of the present transaction. */
@Component
class TaskQueue {

    private static final List<TaskKind> FIRST = List.of(TaskKind.COPY, TaskKind.LEAD, TaskKind.AUDIO, TaskKind.REST);

    private final JdbcTaskRepository tasks;
    private final EventOutbox outbox;
    private final JobProperties properties;
    private final Clock clock;

    TaskQueue(JdbcTaskRepository tasks, EventOutbox outbox, JobProperties properties, Clock clock) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Plans a task; {@link #handOut} decides when it goes out. */
    void add(VideoVersion video, TaskKind kind, int chunk, int ordinal) {
        tasks.insert(new Task(Ids.newId(), video, kind, chunk, 1), ordinal, clock.instant());
    }

    /** Plans all that makes segments. */
    void addAll(VideoVersion video, TranscodePlan plan) {
        addAll(video, plan, true);
    }

    private void addAll(VideoVersion video, TranscodePlan plan, boolean withSound) {
        int ordinal = 1;
        VideoPlan pictures = plan.video();
        for (TaskKind kind : FIRST) {
            boolean wanted = kind == TaskKind.AUDIO
                    ? plan.hasAudio() && withSound
                    : pictures != null && !pictures.renditionsOf(kind).isEmpty();
            if (wanted) {
                add(video, kind, 0, ordinal);
            }
            ordinal++;
        }
        if (pictures != null) {
            for (Chunk chunk : pictures.chunks().subList(1, pictures.chunks().size())) {
                add(video, TaskKind.CHUNK, chunk.index(), ordinal++);
            }
        }
    }

    /** Plans again after a change of the plan: all but the sound is begun anew; what was made before is kept. */
    void replaceAll(VideoVersion video, TranscodePlan plan) {
        tasks.removePictures(video);
        addAll(video, plan, false);
    }

    /** Fills the window of tasks on the bus; the caller holds the job's lock. */
    void handOut(VideoVersion video) {
        List<Integer> next = TaskWindow.next(tasks.entries(video), properties.window());
        next.forEach(ordinal -> tasks.byOrdinal(video, ordinal).ifPresent(this::put));
    }

    /** Puts one task on the bus, for the first time or again. */
    void put(Task task) {
        tasks.queue(task, clock.instant());
        outbox.add(JobEvents.task(task));
    }
}
