package dev.vireo.seeder.seeding;

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

/** Rows of videos. */
@Repository
class JdbcSeedRepository {

    private static final String COLUMNS =
            "select video_id, instance_id, video_revision, version, state from seed_video ";

    private final JdbcClient jdbc;

    JdbcSeedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row of a video, made when there is none, locked: all changes of one video happen one after another. */
    Seed lockOrAdd(InstanceId instance, UUID videoId, Instant now) {
        jdbc.sql("insert into seed_video (video_id, instance_id, video_revision, state, updated_at)"
                        + " values (?, ?, -1, 'STOPPED', ?) on conflict do nothing")
                .params(videoId, instance.value(), Timestamp.from(now))
                .update();
        return lock(videoId).orElseThrow();
    }

    Optional<Seed> lock(UUID videoId) {
        return jdbc.sql(COLUMNS + "where video_id = ? for update")
                .param(videoId)
                .query(JdbcSeedRepository::seed)
                .optional();
    }

    Optional<Seed> find(InstanceId instance, UUID videoId) {
        return jdbc.sql(COLUMNS + "where instance_id = ? and video_id = ?")
                .params(instance.value(), videoId)
                .query(JdbcSeedRepository::seed)
                .optional();
    }

    void heard(UUID videoId, long videoRevision) {
        jdbc.sql("update seed_video set video_revision = ? where video_id = ?")
                .params(videoRevision, videoId)
                .update();
    }

    void become(SeededVersion video, SeedState state, Instant now) {
        jdbc.sql("update seed_video set state = ?, version = ?, updated_at = ? where video_id = ?")
                .params(state.name(), video.version(), Timestamp.from(now), video.videoId())
                .update();
    }

    /** Number of the next fact about the video. */
    long nextRevision(UUID videoId) {
        return jdbc.sql("update seed_video set revision = revision + 1 where video_id = ? returning revision")
                .param(videoId)
                .query(Long.class)
                .single();
    }

    /** Videos that were deleted before a time, whose torrents may still lie in the origin. */
    List<SeededVersion> toEmpty(Instant deletedBefore, int limit) {
        return jdbc
                .sql(COLUMNS + "where state = 'DELETED' and emptied_at is null and updated_at < ?"
                        + " order by updated_at limit ?")
                .params(Timestamp.from(deletedBefore), limit)
                .query(JdbcSeedRepository::seed)
                .list()
                .stream()
                .map(Seed::video)
                .toList();
    }

    void emptied(UUID videoId, Instant now) {
        jdbc.sql("update seed_video set emptied_at = ? where video_id = ?")
                .params(Timestamp.from(now), videoId)
                .update();
    }

    private static Seed seed(ResultSet row, int index) throws SQLException {
        return new Seed(
                new SeededVersion(
                        new InstanceId(row.getString("instance_id")),
                        row.getObject("video_id", UUID.class),
                        row.getInt("version")),
                row.getLong("video_revision"),
                SeedState.valueOf(row.getString("state")));
    }
}
