package dev.vireo.transcode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.Ids;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.testkit.Eventually;
import dev.vireo.transcode.RunningService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of jobs and tasks promise to workers that come at the same time. */
class TaskBoardIT {

    private static final long LIMIT_NANOS = 30_000_000_000L;

    private final RunningService service = RunningService.get();
    private final VideoVersion video = new VideoVersion(new InstanceId(RunningService.INSTANCE), Ids.newId(), 1);

    /** Giving a task up holds the job and then changes its tasks: with any other order here, both would wait for ever. */
    @Test
    void whoeverWaitsForTheJobHoldsNoTaskOfIt() throws Exception {
        UUID task = queuedTask();
        CompletableFuture<Optional<Claim>> claim;
        try (Connection giving = service.bean(DataSource.class).getConnection();
                Statement statement = giving.createStatement()) {
            giving.setAutoCommit(false);
            statement.execute("select 1 from transcode_job where video_id = '" + video.videoId() + "' for update");
            int process = process(statement);
            claim = CompletableFuture.supplyAsync(
                    () -> service.bean(TaskBoard.class).claim(task, 1));
            awaitBlockedBy(process);
            statement.execute("select 1 from transcode_task where task_id = '" + task + "' for update nowait");
            giving.commit();
        }
        assertThat(claim.get(LIMIT_NANOS, TimeUnit.NANOSECONDS))
                .map(Claim::video)
                .contains(video);
    }

    @Test
    void aTaskOfAFinishedJobIsNotTaken() {
        UUID task = queuedTask();
        service.bean(TranscodeJobs.class).delete(video.instance(), video.videoId());
        assertThat(service.bean(TaskBoard.class).claim(task, 1)).isEmpty();
        assertThat(service.bean(TaskBoard.class).claim(UUID.randomUUID(), 1)).isEmpty();
    }

    @Test
    void twoTasksForOnePlaceAreAMistake() {
        insertJob();
        TaskQueue queue = service.bean(TaskQueue.class);
        queue.add(video, TaskKind.CHUNK, 1, 7);
        assertThatThrownBy(() -> queue.add(video, TaskKind.CHUNK, 2, 7)).isInstanceOf(DuplicateKeyException.class);
    }

    private UUID queuedTask() {
        insertJob();
        UUID task = Ids.newId();
        jdbc().sql("insert into transcode_task (task_id, video_id, version, ordinal, kind, state, due_at)"
                        + " values (?, ?, 1, 0, 'PLAN', 'QUEUED', now())")
                .params(task, video.videoId())
                .update();
        return task;
    }

    private void insertJob() {
        jdbc().sql("insert into transcode_job (video_id, version, instance_id, owner_subject, source_key, state,"
                        + " progressed_at, created_at, updated_at)"
                        + " values (?, 1, ?, 'owner', 'main/none', 'QUEUED', now(), now(), now())")
                .params(video.videoId(), video.instance().value())
                .update();
    }

    private JdbcClient jdbc() {
        return service.bean(JdbcClient.class);
    }

    private static int process(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void awaitBlockedBy(int process) {
        Eventually.holds(
                "somebody waits",
                () -> jdbc().sql("select exists (select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                        .param(process)
                        .query(Boolean.class)
                        .single());
    }
}
