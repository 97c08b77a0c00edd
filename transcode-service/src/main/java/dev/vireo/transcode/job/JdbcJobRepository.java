package dev.vireo.transcode.job;

import dev.vireo.kit.identity.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of jobs and of deleted videos. */
@Repository
class JdbcJobRepository {

    private static final String COLUMNS = "select video_id, version, instance_id, owner_subject, source_key, state,"
            + " playable, plan, failure_code, failure_reason, retryable, progressed_at, updated_at from transcode_job ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcJobRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a job; false when there is one for the version already. */
    boolean insert(VideoVersion video, String sourceKey, String ownerSubject, Instant now) {
        return jdbc.sql("insert into transcode_job (video_id, version, instance_id, owner_subject, source_key, state,"
                                + " progressed_at, created_at, updated_at) values (?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(
                                video.videoId(),
                                video.version(),
                                video.instance().value(),
                                ownerSubject,
                                sourceKey,
                                Timestamp.from(now),
                                Timestamp.from(now),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The job, locked for the rest of the transaction: all changes of one job happen one after another. */
    Optional<Job> lock(VideoVersion video) {
        return jdbc.sql(COLUMNS + "where video_id = ? and version = ? for update")
                .params(video.videoId(), video.version())
                .query(this::job)
                .optional();
    }

    Optional<Job> find(InstanceId instance, UUID videoId, int version) {
        return jdbc.sql(COLUMNS + "where instance_id = ? and video_id = ? and version = ?")
                .params(instance.value(), videoId, version)
                .query(this::job)
                .optional();
    }

    Optional<Job> newest(InstanceId instance, UUID videoId) {
        return jdbc.sql(COLUMNS + "where instance_id = ? and video_id = ? order by version desc limit 1")
                .params(instance.value(), videoId)
                .query(this::job)
                .optional();
    }

    /** Versions of a video that are still in work, locked. */
    List<Job> lockActive(UUID videoId) {
        return jdbc.sql(COLUMNS + "where video_id = ? and finished_at is null order by version for update")
                .param(videoId)
                .query(this::job)
                .list();
    }

    int newestVersion(UUID videoId) {
        return jdbc.sql("select coalesce(max(version), 0) from transcode_job where video_id = ?")
                .param(videoId)
                .query(Integer.class)
                .single();
    }

    void planned(VideoVersion video, TranscodePlan plan, Instant now) {
        jdbc.sql("update transcode_job set state = 'ENCODING', plan = ?::jsonb, updated_at = ?"
                        + " where video_id = ? and version = ?")
                .params(json.writeValueAsString(plan), Timestamp.from(now), video.videoId(), video.version())
                .update();
    }

    void become(VideoVersion video, JobState state, JobFailure failure, Instant now) {
        jdbc.sql("update transcode_job set state = ?, failure_code = ?, failure_reason = ?, retryable = ?,"
                        + " updated_at = ?, finished_at = case when ? then ?::timestamptz end,"
                        + " dismissed_at = case when ? then ?::timestamptz end where video_id = ? and version = ?")
                .params(
                        state.name(),
                        failure.code(),
                        failure.reason(),
                        failure.retryable(),
                        Timestamp.from(now),
                        state.terminal(),
                        Timestamp.from(now),
                        state.terminal() && state != JobState.COMPLETED,
                        Timestamp.from(now),
                        video.videoId(),
                        video.version())
                .update();
    }

    void playable(VideoVersion video) {
        jdbc.sql("update transcode_job set playable = true where video_id = ? and version = ?")
                .params(video.videoId(), video.version())
                .update();
    }

    void progressed(VideoVersion video, Instant now) {
        jdbc.sql("update transcode_job set progressed_at = ?, updated_at = ? where video_id = ? and version = ?")
                .params(Timestamp.from(now), Timestamp.from(now), video.videoId(), video.version())
                .update();
    }

    /** Finished jobs whose work in progress may go. */
    List<VideoVersion> toClean(Instant finishedBefore, int limit) {
        return jdbc.sql("select video_id, version, instance_id from transcode_job where finished_at < ?"
                        + " and cleaned_at is null order by finished_at limit ?")
                .params(Timestamp.from(finishedBefore), limit)
                .query(JdbcJobRepository::version)
                .list();
    }

    void cleaned(VideoVersion video, Instant now) {
        for (String table : List.of("transcode_segment", "transcode_rendition", "transcode_task")) {
            jdbc.sql("delete from " + table + " where video_id = ? and version = ?")
                    .params(video.videoId(), video.version())
                    .update();
        }
        jdbc.sql("update transcode_job set cleaned_at = ? where video_id = ? and version = ?")
                .params(Timestamp.from(now), video.videoId(), video.version())
                .update();
    }

    /** This version is published: nobody is sent to the older ones any more. */
    void dismissOlder(VideoVersion video, Instant now) {
        jdbc.sql("update transcode_job set dismissed_at = ? where video_id = ? and version < ?"
                        + " and dismissed_at is null")
                .params(Timestamp.from(now), video.videoId(), video.version())
                .update();
    }

    /** Dismissed versions whose files may go. */
    List<VideoVersion> toRemove(Instant dismissedBefore, int limit) {
        return jdbc.sql("select video_id, version, instance_id from transcode_job where dismissed_at < ?"
                        + " and removed_at is null order by dismissed_at limit ?")
                .params(Timestamp.from(dismissedBefore), limit)
                .query(JdbcJobRepository::version)
                .list();
    }

    void removed(VideoVersion video, Instant now) {
        jdbc.sql("update transcode_job set removed_at = ? where video_id = ? and version = ?")
                .params(Timestamp.from(now), video.videoId(), video.version())
                .update();
    }

    void bury(InstanceId instance, UUID videoId, Instant now) {
        jdbc.sql(
                        "insert into deleted_video (video_id, instance_id, deleted_at) values (?, ?, ?) on conflict do nothing")
                .params(videoId, instance.value(), Timestamp.from(now))
                .update();
    }

    boolean buried(UUID videoId) {
        return jdbc.sql("select exists (select 1 from deleted_video where video_id = ?)")
                .param(videoId)
                .query(Boolean.class)
                .single();
    }

    /** Deleted videos whose objects are still there, as versions 1 of them. */
    List<VideoVersion> toEmpty(int limit) {
        return jdbc.sql("select video_id, 1 as version, instance_id from deleted_video where emptied_at is null"
                        + " order by deleted_at limit ?")
                .param(limit)
                .query(JdbcJobRepository::version)
                .list();
    }

    void emptied(UUID videoId, Instant now) {
        jdbc.sql("update deleted_video set emptied_at = ? where video_id = ?")
                .params(Timestamp.from(now), videoId)
                .update();
    }

    /** Deleted videos into whose place a worker may have written late. */
    List<VideoVersion> toSweep(Instant deletedBefore, int limit) {
        return jdbc.sql("select video_id, 1 as version, instance_id from deleted_video where deleted_at < ?"
                        + " and swept_at is null order by deleted_at limit ?")
                .params(Timestamp.from(deletedBefore), limit)
                .query(JdbcJobRepository::version)
                .list();
    }

    /** Forgets the jobs of a deleted video. */
    void swept(UUID videoId, Instant now) {
        jdbc.sql("delete from transcode_job where video_id = ?").param(videoId).update();
        jdbc.sql("update deleted_video set swept_at = ? where video_id = ?")
                .params(Timestamp.from(now), videoId)
                .update();
    }

    private static VideoVersion version(ResultSet row, int index) throws SQLException {
        return new VideoVersion(
                new InstanceId(row.getString("instance_id")),
                row.getObject("video_id", UUID.class),
                row.getInt("version"));
    }

    private Job job(ResultSet row, int index) throws SQLException {
        @Nullable String plan = row.getString("plan");
        return new Job(
                version(row, index),
                row.getString("owner_subject"),
                row.getString("source_key"),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("playable"),
                plan == null ? null : json.readValue(plan, TranscodePlan.class),
                new JobFailure(
                        row.getString("failure_code"), row.getString("failure_reason"), row.getBoolean("retryable")),
                row.getTimestamp("progressed_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
