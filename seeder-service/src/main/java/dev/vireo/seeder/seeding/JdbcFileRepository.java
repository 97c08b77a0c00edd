package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.torrent.InfohashV1;
import dev.vireo.seeder.torrent.InfohashV2;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of files: tasks first, torrents in the end. */
@Repository
class JdbcFileRepository {

    private static final String TASK = "select f.task_id, f.video_id, f.version, v.instance_id, f.rendition, f.file,"
            + " f.height, f.size, f.sha256, f.attempt, f.failures, f.state from seed_file f join seed_video v using (video_id) ";
    private static final String SEEDED = "select rendition, file, height, size, sha256, piece_length, infohash_v1,"
            + " infohash_v2, infohash_v1_only, cid from seed_file ";

    /** The same content may be of two videos: the older one serves. */
    private static final String BY_HASH = "select f.video_id, f.version, v.instance_id, f.rendition, f.file, f.height,"
            + " f.size, f.sha256, f.infohash_v1_only = :hash as v1_only from seed_file f join seed_video v using (video_id)"
            + " where (f.infohash_v1 = :hash or substring(f.infohash_v2 from 1 for 20) = :hash"
            + " or f.infohash_v1_only = :hash) and f.state = 'DONE' and v.state = 'SEEDING'"
            + " order by f.task_id limit 1";

    private final JdbcClient jdbc;

    JdbcFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SeedTask task, int ordinal, Instant now) {
        jdbc.sql("insert into seed_file (task_id, video_id, version, ordinal, rendition, file, height, size, sha256,"
                        + " state, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)")
                .params(
                        task.id(),
                        task.video().videoId(),
                        task.video().version(),
                        ordinal,
                        task.file().rendition(),
                        task.file().name(),
                        task.file().height(),
                        task.file().size(),
                        task.file().digest(),
                        Timestamp.from(now))
                .update();
    }

    void removeAll(UUID videoId) {
        jdbc.sql("delete from seed_file where video_id = ?").param(videoId).update();
    }

    /** The video that a task belongs to. */
    Optional<UUID> video(UUID taskId) {
        return jdbc.sql("select video_id from seed_file where task_id = ?")
                .param(taskId)
                .query(UUID.class)
                .optional();
    }

    /** Takes a task for the worker that got its message; empty when somebody else did. One given up may be begun again. */
    Optional<SeedTask> claim(UUID taskId, int attempt, Instant leaseUntil) {
        Optional<SeedTask> free = jdbc.sql(TASK
                        + "where f.task_id = ? and f.attempt = ? and f.state in ('QUEUED', 'FAILED') for update of f")
                .params(taskId, attempt)
                .query(JdbcFileRepository::task)
                .optional();
        if (free.isPresent()) {
            jdbc.sql("update seed_file set state = 'RUNNING', due_at = ? where task_id = ?")
                    .params(Timestamp.from(leaseUntil), taskId)
                    .update();
        }
        return free;
    }

    /** True when the attempt still holds the task; it then does until {@code leaseUntil}. */
    boolean renew(SeedTask task, Instant leaseUntil) {
        return jdbc.sql("update seed_file f set due_at = ? from seed_video v where f.task_id = ? and f.attempt = ?"
                                + " and f.state = 'RUNNING' and v.video_id = f.video_id"
                                + " and v.state in ('HASHING', 'SEEDING')")
                        .params(Timestamp.from(leaseUntil), task.id(), task.attempt())
                        .update()
                == 1;
    }

    boolean done(SeedTask task, SeededFile made, Instant now) {
        return jdbc.sql(
                                "update seed_file set state = 'DONE', due_at = ?, error = '', piece_length = ?, infohash_v1 = ?,"
                                        + " infohash_v2 = ?, infohash_v1_only = ?, cid = ?"
                                        + " where task_id = ? and attempt = ? and state = 'RUNNING'")
                        .params(
                                Timestamp.from(now),
                                made.pieceLength().bytes(),
                                made.v1().bytes(),
                                made.v2().bytes(),
                                made.v1Only().bytes(),
                                Objects.requireNonNull(made.cid()).bytes(),
                                task.id(),
                                task.attempt())
                        .update()
                == 1;
    }

    void queue(SeedTask task, Instant now) {
        jdbc.sql("update seed_file set state = 'QUEUED', due_at = ? where task_id = ?")
                .params(Timestamp.from(now), task.id())
                .update();
    }

    /** Begins the next attempt after a pause; false when this attempt no longer holds the task. */
    boolean waitUntil(SeedTask task, Instant dueAt, boolean failed, String error) {
        return jdbc.sql("update seed_file set state = 'WAITING', attempt = attempt + 1, due_at = ?,"
                                + " failures = failures + ?, error = ?"
                                + " where task_id = ? and attempt = ? and state = 'RUNNING'")
                        .params(Timestamp.from(dueAt), failed ? 1 : 0, error, task.id(), task.attempt())
                        .update()
                == 1;
    }

    boolean giveUp(SeedTask task, Instant now, String error) {
        return jdbc.sql("update seed_file set state = 'FAILED', due_at = ?, error = ?"
                                + " where task_id = ? and attempt = ? and state = 'RUNNING'")
                        .params(Timestamp.from(now), error, task.id(), task.attempt())
                        .update()
                == 1;
    }

    /** Begins the next attempt of all that is neither done nor given up. */
    void resume(UUID videoId, Instant now) {
        jdbc.sql("update seed_file set state = 'WAITING', attempt = attempt + 1, due_at = ?"
                        + " where video_id = ? and state not in ('DONE', 'FAILED')")
                .params(Timestamp.from(now), videoId)
                .update();
    }

    /**
     * Tasks in a state whose time is over, of videos that are wanted, those of the newest videos first (their ids tell);
     * locked, those of other sweepers left out.
     */
    List<SeedTask> due(TaskState state, Instant now, int limit) {
        return jdbc.sql(TASK + "where f.state = ? and f.due_at <= ? and v.state in ('HASHING', 'SEEDING')"
                        + " order by f.video_id desc, f.ordinal limit ? for update of f skip locked")
                .params(state.name(), Timestamp.from(now), limit)
                .query(JdbcFileRepository::task)
                .list();
    }

    /** How many tasks wait on the bus, of videos that are wanted; not counted beyond {@code most}. */
    int queued(int most) {
        return jdbc.sql("select count(*) from (select 1 from seed_file f join seed_video v using (video_id)"
                        + " where f.state = 'QUEUED' and v.state in ('HASHING', 'SEEDING') limit ?) on_the_bus")
                .param(most)
                .query(Integer.class)
                .single();
    }

    /** True when nothing of a video is left to be hashed. */
    boolean settled(UUID videoId) {
        return jdbc.sql("select not exists (select 1 from seed_file where video_id = ?"
                        + " and state not in ('DONE', 'FAILED'))")
                .param(videoId)
                .query(Boolean.class)
                .single();
    }

    /** Files whose torrents exist, in the order of the packaging. */
    List<SeededFile> seeded(UUID videoId) {
        return jdbc.sql(SEEDED + "where video_id = ? and state = 'DONE' order by ordinal")
                .param(videoId)
                .query(JdbcFileRepository::seeded)
                .list();
    }

    /** The file of a video that is seeded and has a torrent of that hash: 20 bytes, those of version 2 cut short. */
    Optional<FoundFile> byHash(byte[] hash) {
        return jdbc.sql(BY_HASH)
                .param("hash", hash)
                .query((row, index) -> new FoundFile(
                        new SeededVersion(
                                new InstanceId(row.getString("instance_id")),
                                row.getObject("video_id", UUID.class),
                                row.getInt("version")),
                        file(row),
                        row.getBoolean("v1_only") ? TorrentForm.V1 : TorrentForm.HYBRID))
                .optional();
    }

    /** Both hashes of hybrid torrents that one of them names, whether they are seeded or not. */
    List<TrackedHash> hybrids(byte[] hash) {
        return jdbc
                .sql("select infohash_v1, infohash_v2 from seed_file"
                        + " where infohash_v1 = :hash or substring(infohash_v2 from 1 for 20) = :hash")
                .param("hash", hash)
                .query((row, index) -> List.of(
                        TrackedHash.of(InfohashV1.of(row.getBytes("infohash_v1"))),
                        TrackedHash.of(InfohashV2.of(row.getBytes("infohash_v2")))))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** A file, and which of its torrents was asked for. */
    record FoundFile(SeededVersion video, PublishedFile file, TorrentForm form) {}

    private static SeedTask task(ResultSet row, int index) throws SQLException {
        return new SeedTask(
                row.getObject("task_id", UUID.class),
                new SeededVersion(
                        new InstanceId(row.getString("instance_id")),
                        row.getObject("video_id", UUID.class),
                        row.getInt("version")),
                file(row),
                row.getInt("attempt"),
                row.getInt("failures"),
                TaskState.FAILED.name().equals(row.getString("state")));
    }

    private static SeededFile seeded(ResultSet row, int index) throws SQLException {
        return new SeededFile(
                file(row),
                new PieceLength(row.getInt("piece_length")),
                InfohashV1.of(row.getBytes("infohash_v1")),
                InfohashV2.of(row.getBytes("infohash_v2")),
                InfohashV1.of(row.getBytes("infohash_v1_only")),
                cid(row.getBytes("cid")));
    }

    private static @Nullable Cid cid(byte @Nullable [] bytes) {
        return bytes == null ? null : Cid.of(bytes);
    }

    private static PublishedFile file(ResultSet row) throws SQLException {
        return new PublishedFile(
                row.getString("rendition"),
                row.getString("file"),
                row.getInt("height"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")));
    }
}
