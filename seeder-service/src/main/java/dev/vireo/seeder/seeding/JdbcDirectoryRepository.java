package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.ipfs.Cid;
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

    /** Versions that are seeded and have no directory yet. */
    List<SeededVersion> missing(int limit) {
        return jdbc.sql("select video_id, instance_id, version from seed_video where state = 'SEEDING'"
                        + " and directory_version < version order by updated_at limit ?")
                .param(limit)
                .query((row, index) -> new SeededVersion(
                        new InstanceId(row.getString("instance_id")),
                        row.getObject("video_id", UUID.class),
                        row.getInt("version")))
                .list();
    }

    /** True for the first who makes the directory of the present version. */
    boolean made(SeededVersion video, Cid root) {
        return jdbc.sql("update seed_video set directory_cid = ?, directory_version = ? where video_id = ?"
                                + " and version = ? and directory_version < version")
                        .params(root.bytes(), video.version(), video.videoId(), video.version())
                        .update()
                == 1;
    }

    /** The directory of a version. */
    Optional<Cid> find(SeededVersion video) {
        return jdbc.sql("select directory_cid from seed_video where video_id = ? and directory_version = ?")
                .params(video.videoId(), video.version())
                .query((row, index) -> Cid.of(row.getBytes("directory_cid")))
                .optional();
    }
}
