package dev.vireo.upload.caption;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.upload.video.VideoId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Objects that no video has, or has not yet. Who takes one out of the list holds it until the transaction ends. */
@Component
final class JdbcLeftoverRepository {
    private final JdbcClient jdbc;

    JdbcLeftoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It goes when it is due, unless it is {@link #taken} before. */
    void put(VideoId video, ObjectKey key, Instant due) {
        jdbc.sql("insert into caption_leftover values (?, ?, ?) on conflict (key) do update set due = excluded.due")
                .params(key.value(), video.value(), Timestamp.from(due))
                .update();
    }

    /** A video has it from now on; false when it was not in the list: it may be gone. */
    boolean taken(ObjectKey key) {
        return jdbc.sql("delete from caption_leftover where key = ?")
                        .param(key.value())
                        .update()
                == 1;
    }

    /** One that is due, held. */
    Optional<Leftover> due(Instant now) {
        return jdbc.sql("select key, video_id from caption_leftover where due <= ?"
                        + " order by due limit 1 for update skip locked")
                .param(Timestamp.from(now))
                .query(Leftover.class)
                .optional();
    }

    /** Somebody was faster: a video has the object after all. */
    boolean isWanted(Leftover leftover) {
        return jdbc.sql("select exists (select from video where id = ? and state <> 'DELETED'"
                        + " and captions @> jsonb_build_array(jsonb_build_object('file', ?::text)))")
                .params(leftover.videoId(), leftover.file())
                .query(Boolean.class)
                .single();
    }

    /** An object. */
    record Leftover(String key, UUID videoId) {
        String file() {
            return key.substring(key.lastIndexOf('/') + 1);
        }
    }
}
