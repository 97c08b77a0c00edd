package dev.vireo.transcode.job;

import dev.vireo.kit.identity.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tasks. {@code due_at} is the end of the lease while a task runs, and of its pause while it waits. */
@Repository
class JdbcTaskRepository {

    private static final String COLUMNS = "select t.task_id, t.video_id, t.version, j.instance_id, t.kind, t.chunk,"
            + " t.attempt from transcode_task t join transcode_job j using (video_id, version) ";

    private final JdbcClient jdbc;

    JdbcTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Task task, int ordinal, Instant now) {
        jdbc.sql("insert into transcode_task (task_id, video_id, version, ordinal, kind, chunk, state, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'PENDING', ?)")
                .params(
                        task.id(),
                        task.video().videoId(),
                        task.video().version(),
                        ordinal,
                        task.kind().name(),
                        task.chunk(),
                        Timestamp.from(now))
                .update();
    }

    /** Removes all tasks but those of plan and sound; whoever holds one loses it. */
    void removePictures(VideoVersion video) {
        jdbc.sql("delete from transcode_task where video_id = ? and version = ? and kind not in ('PLAN', 'AUDIO')")
                .params(video.videoId(), video.version())
                .update();
    }

    List<TaskWindow.Entry> entries(VideoVersion video) {
        return jdbc.sql("select ordinal, kind, state from transcode_task where video_id = ? and version = ?"
                        + " order by ordinal")
                .params(video.videoId(), video.version())
                .query((row, index) -> new TaskWindow.Entry(
                        row.getInt("ordinal"),
                        TaskKind.valueOf(row.getString("kind")),
                        TaskState.valueOf(row.getString("state"))))
                .list();
    }

    Optional<Task> byOrdinal(VideoVersion video, int ordinal) {
        return jdbc.sql(COLUMNS + "where t.video_id = ? and t.version = ? and t.ordinal = ?")
                .params(video.videoId(), video.version(), ordinal)
                .query(JdbcTaskRepository::task)
                .optional();
    }

    /** The version that a task belongs to. */
    Optional<VideoVersion> version(UUID taskId) {
        return jdbc.sql(COLUMNS + "where t.task_id = ?")
                .param(taskId)
                .query(JdbcTaskRepository::task)
                .optional()
                .map(Task::video);
    }

    /** Takes a task off the queue for the worker that got its message; empty when somebody else did. */
    Optional<Task> claim(UUID taskId, int attempt, Instant leaseUntil) {
        int claimed = jdbc.sql("update transcode_task set state = 'RUNNING', due_at = ?"
                        + " where task_id = ? and attempt = ? and state = 'QUEUED'")
                .params(Timestamp.from(leaseUntil), taskId, attempt)
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql(COLUMNS + "where t.task_id = ?")
                        .param(taskId)
                        .query(JdbcTaskRepository::task)
                        .optional();
    }

    /** True when the attempt still holds the task; it then does until {@code leaseUntil}. */
    boolean renew(Task task, Instant leaseUntil) {
        return jdbc.sql(
                                "update transcode_task t set due_at = ? from transcode_job j where t.task_id = ? and t.attempt = ?"
                                        + " and t.state = 'RUNNING' and j.video_id = t.video_id and j.version = t.version"
                                        + " and j.finished_at is null")
                        .params(Timestamp.from(leaseUntil), task.id(), task.attempt())
                        .update()
                == 1;
    }

    boolean done(Task task, Instant now) {
        return jdbc.sql("update transcode_task set state = 'DONE', due_at = ?"
                                + " where task_id = ? and attempt = ? and state = 'RUNNING'")
                        .params(Timestamp.from(now), task.id(), task.attempt())
                        .update()
                == 1;
    }

    /** Puts a pending or waiting task on the queue. */
    void queue(Task task, Instant now) {
        jdbc.sql("update transcode_task set state = 'QUEUED', due_at = ? where task_id = ?")
                .params(Timestamp.from(now), task.id())
                .update();
    }

    /** Begins the next attempt after a pause; false when this attempt no longer holds the task. */
    boolean waitUntil(Task task, Instant dueAt, boolean failed, String error) {
        return jdbc.sql("update transcode_task set state = 'WAITING', attempt = attempt + 1, due_at = ?,"
                                + " failures = failures + ?, error = ?"
                                + " where task_id = ? and attempt = ? and state = 'RUNNING'")
                        .params(Timestamp.from(dueAt), failed ? 1 : 0, error, task.id(), task.attempt())
                        .update()
                == 1;
    }

    int failures(Task task) {
        return jdbc.sql("select failures from transcode_task where task_id = ?")
                .param(task.id())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Tasks in a state whose time is over, of jobs that are still in work; locked, those of other sweepers left out. */
    List<Task> due(TaskState state, Instant now, int limit) {
        return jdbc.sql(COLUMNS + "where t.state = ? and t.due_at < ? and j.finished_at is null order by t.due_at"
                        + " limit ? for update of t skip locked")
                .params(state.name(), Timestamp.from(now), limit)
                .query(JdbcTaskRepository::task)
                .list();
    }

    /** True when no task of these kinds is left. */
    boolean allDone(VideoVersion video, List<TaskKind> kinds) {
        return jdbc.sql("select count(*) = 0 from transcode_task where video_id = ? and version = ?"
                        + " and kind = any(?) and state <> 'DONE'")
                .params(
                        video.videoId(),
                        video.version(),
                        kinds.stream().map(TaskKind::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Task task(ResultSet row, int index) throws SQLException {
        return new Task(
                row.getObject("task_id", UUID.class),
                new VideoVersion(
                        new InstanceId(row.getString("instance_id")),
                        row.getObject("video_id", UUID.class),
                        row.getInt("version")),
                TaskKind.valueOf(row.getString("kind")),
                row.getInt("chunk"),
                row.getInt("attempt"));
    }
}
