package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.admission.TrackedHash;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What players call the streams of seeded versions. */
@Repository
class JdbcPlayerRepository {

    private final JdbcClient jdbc;

    JdbcPlayerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version and the name of its multivariant playlist. */
    record Playlist(SeededVersion video, String name) {}

    /** The playlist of a video's newest version, and the names of all published files that are no renditions. */
    void published(UUID videoId, String playlist, List<String> others) {
        jdbc.sql("update seed_video set playlist = ?, other_files = ? where video_id = ?")
                .params(playlist, others.toArray(String[]::new), videoId)
                .update();
    }

    /** Versions whose streams nobody named yet. */
    List<Playlist> unnamed(int limit) {
        return jdbc.sql("select video_id, instance_id, version, playlist from seed_video where state = 'SEEDING'"
                        + " and playlist <> '' and players_version < version order by updated_at limit ?")
                .param(limit)
                .query((row, index) -> new Playlist(
                        new SeededVersion(
                                new InstanceId(row.getString("instance_id")),
                                row.getObject("video_id", UUID.class),
                                row.getInt("version")),
                        row.getString("playlist")))
                .list();
    }

    void add(SeededVersion video, TrackedHash hash) {
        jdbc.sql("insert into player_hash (video_id, version, hash) values (?, ?, ?) on conflict do nothing")
                .params(video.videoId(), video.version(), hash.bytes())
                .update();
    }

    /** Those of older versions go. */
    void named(SeededVersion video) {
        jdbc.sql("delete from player_hash where video_id = ? and version < ?")
                .params(video.videoId(), video.version())
                .update();
        jdbc.sql("update seed_video set players_version = ? where video_id = ? and players_version < ?")
                .params(video.version(), video.videoId(), video.version())
                .update();
    }

    /** The streams of the present version. */
    List<TrackedHash> hashes(UUID videoId) {
        return jdbc.sql("select p.hash from player_hash p join seed_video v using (video_id)"
                        + " where video_id = ? and p.version = v.version order by p.hash")
                .param(videoId)
                .query((row, index) -> TrackedHash.of(row.getBytes("hash")))
                .list();
    }
}
