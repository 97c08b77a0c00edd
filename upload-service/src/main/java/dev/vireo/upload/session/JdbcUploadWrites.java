package dev.vireo.upload.session;

import dev.vireo.kit.origin.PartTag;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a writer does to its upload's rows: each statement works for the newest writer only. */
@Component
final class JdbcUploadWrites {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcUploadWrites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes the caller the newest writer; empty when the upload is not open or not at {@code offset}. */
    Optional<Writer> claim(UploadId id, long offset, Instant now) {
        return jdbc.sql("""
                        update upload_session s set fence = s.fence + 1, touched_at = ?, broken_off = true
                        from (select id, broken_off from upload_session where id = ? for update) before
                        where s.id = before.id and s.received = ? and s.state = 'OPEN'
                        returning s.fence, before.broken_off""")
                .params(Timestamp.from(now), id.value(), offset)
                .query(Writer.class)
                .optional();
    }

    boolean setMultipart(UploadId id, long fence, String multipartId) {
        return jdbc.sql("update upload_session set multipart_id = ? where id = ? and fence = ? and state = 'OPEN'")
                        .params(multipartId, id.value(), fence)
                        .update()
                == 1;
    }

    /** A part number that no writer has had before. */
    Optional<Integer> reservePart(UploadId id, long fence) {
        return reserve("last_part", id, fence);
    }

    /** A number for a tail that no writer has had before. */
    Optional<Integer> reserveTail(UploadId id, long fence) {
        return reserve("last_tail", id, fence);
    }

    /** Acknowledges bytes, within the present transaction; false when a newer writer came or the upload is over. */
    boolean commit(UploadId id, long fence, Advance advance) {
        UploadProgress progress = advance.progress();
        int rows = jdbc.sql("""
                        update upload_session
                        set received = :received, digest = :digest, head = :head, tails = :tails::jsonb,
                            broken_off = :unfinished, touched_at = :now, expires_at = :expiresAt
                        where id = :id and fence = :fence and state = 'OPEN'""")
                .param("received", progress.received())
                .param("digest", progress.digest().toByteArray())
                .param("head", progress.head().toByteArray())
                .param("tails", json.writeValueAsString(progress.tails()))
                .param("unfinished", advance.unfinished())
                .param("now", Timestamp.from(advance.now()))
                .param("expiresAt", Timestamp.from(advance.expiresAt()))
                .param("id", id.value())
                .param("fence", fence)
                .update();
        if (rows == 0) {
            return false;
        }
        for (PartTag part : advance.parts()) {
            jdbc.sql("insert into upload_part (session_id, number, etag, size) values (?, ?, ?, ?)")
                    .params(id.value(), part.number(), part.etag(), part.size())
                    .update();
        }
        return true;
    }

    private Optional<Integer> reserve(String column, UploadId id, long fence) {
        return jdbc.sql("update upload_session set " + column + " = " + column
                        + " + 1 where id = ? and fence = ? and state = 'OPEN' returning " + column)
                .params(id.value(), fence)
                .query(Integer.class)
                .optional();
    }

    /**
     * The newest writer.
     *
     * @param fence its number
     * @param brokenOff whether the one before ended without a whole part
     */
    record Writer(long fence, boolean brokenOff) {}

    /**
     * Bytes that became durable in the origin and are to be acknowledged.
     *
     * @param progress where the upload stands after them
     * @param parts whole parts among them
     * @param unfinished whether the request brought no whole part and has bytes to come
     * @param now the present time
     * @param expiresAt when the upload is given up if nothing follows
     */
    record Advance(UploadProgress progress, List<PartTag> parts, boolean unfinished, Instant now, Instant expiresAt) {
        Advance {
            parts = List.copyOf(parts);
        }
    }
}
