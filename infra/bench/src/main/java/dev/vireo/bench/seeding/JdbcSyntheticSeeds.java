package dev.vireo.bench.seeding;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Rows of videos that are seeded and never were uploaded, as if their files had been hashed. */
final class JdbcSyntheticSeeds {
    /** Ids of videos are of version 7; these stand apart from all others. */
    private static final String ID = "('%s-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

    private static final String VIDEO = ID.formatted("5eed0000");
    private static final String TASK = ID.formatted("5eed0001");
    private static final String PREFIX = "5eed0000-%";

    private final String url;

    JdbcSyntheticSeeds(String url) {
        this.url = url;
    }

    /**
     * One of them.
     *
     * @param hash of its hybrid torrent, version 1
     */
    record Synthetic(UUID video, String file, byte[] hash) {
        String torrentKey() {
            return "main/" + video + "/1/torrent/" + file + ".torrent";
        }
    }

    void add(int count) {
        String numbers = " from generate_series(1, " + count + ") n";
        execute(
                "insert into seed_video (video_id, instance_id, video_revision, version, state, revision, updated_at)"
                        + " select " + VIDEO + ", 'main', 1, 1, 'SEEDING', 2, now()" + numbers,
                "insert into seed_file (task_id, video_id, version, ordinal, rendition, file, height, size, sha256, state,"
                        + " due_at, piece_length, infohash_v1, infohash_v2, infohash_v1_only) select " + TASK + ", "
                        + VIDEO + ", 1, 0, '1080p', " + VIDEO + " || '-1080-fragmented.mp4', 1080, 536870912, "
                        + hash("file", 32) + ", 'DONE', now(), 524288, " + hash("v1", 20) + ", " + hash("v2", 32) + ", "
                        + hash("only", 20) + numbers,
                "analyze seed_video, seed_file");
    }

    /** One in the middle. */
    Synthetic one() {
        String question = "select video_id, file, infohash_v1 from seed_file where video_id::text like '" + PREFIX
                + "' order by video_id offset 1000 limit 1";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return new Synthetic(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    void remove() {
        execute(
                "delete from seed_file where video_id::text like '" + PREFIX + "'",
                "delete from seed_video where video_id::text like '" + PREFIX + "'");
    }

    /** Another for each row. */
    private static String hash(String salt, int bytes) {
        return "substring(sha256(('" + salt + "' || n)::bytea) from 1 for " + bytes + ")";
    }

    private void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "seeder", "seeder");
    }
}
