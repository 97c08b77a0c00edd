package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.ipfs.Cid;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directories of IPFS that versions are. */
@Repository
class JdbcDirectoryRepository {

    private final JdbcClient jdbc;

    JdbcDirectoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some versions that are seeded and have no directory yet, and what is in it; in no order, so that those that fail keep
     * nobody waiting.
     */
    List<Contents> missing(int limit) {
        return jdbc.sql("select video_id, instance_id, version, other_files, array(select f.file from seed_file f"
                        + " where f.video_id = v.video_id and f.state = 'DONE') as files from seed_video v"
                        + " where state = 'SEEDING' and directory_version < version and other_files <> '{}'"
                        + " order by random() limit ?")
                .param(limit)
                .query((row, index) -> new Contents(
                        new SeededVersion(
                                new InstanceId(row.getString("instance_id")),
                                row.getObject("video_id", UUID.class),
                                row.getInt("version")),
                        names(row.getArray("files")),
                        names(row.getArray("other_files"))))
                .list();
    }

    /** What a directory is of: renditions that were read, and other published files. */
    record Contents(SeededVersion video, List<String> renditions, List<String> others) {}

    /** True when the directory of the present version was missing. */
    boolean isMissing(SeededVersion video) {
        return jdbc.sql("select directory_version < version from seed_video where video_id = ? and version = ?")
                .params(video.videoId(), video.version())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void made(SeededVersion video, Cid root) {
        jdbc.sql("update seed_video set directory_cid = ?, directory_version = ? where video_id = ?")
                .params(root.bytes(), video.version(), video.videoId())
                .update();
    }

    /** One more file is to be in it. */
    void outdated(UUID videoId) {
        jdbc.sql("update seed_video set directory_version = 0 where video_id = ?")
                .param(videoId)
                .update();
    }

    private static List<String> names(Array names) throws SQLException {
        return List.of((String[]) names.getArray());
    }

    /** The directory of a version. */
    Optional<Cid> find(SeededVersion video) {
        return jdbc.sql("select directory_cid from seed_video where video_id = ? and directory_version = ?")
                .params(video.videoId(), video.version())
                .query((row, index) -> Cid.of(row.getBytes("directory_cid")))
                .optional();
    }
}
