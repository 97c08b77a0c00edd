package dev.vireo.upload.session;

import com.google.protobuf.ByteString;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.PartTag;
import dev.vireo.upload.channel.AccountId;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.JdbcChannelRows;
import dev.vireo.upload.video.VideoDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Uploads in PostgreSQL. */
@Component
final class JdbcUploadRepository {
    private static final String SELECT = "select s.*, " + JdbcChannelRows.ACCOUNT_COLUMNS
            + " from upload_session s join account a on a.id = s.account_id where ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcUploadRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UploadSession session, Instant now) {
        jdbc.sql("""
                        insert into upload_session (id, instance, account_id, channel_id, state, filename, details, length,
                            part_size, received, digest, head, tails, fence, last_part, last_tail, created_at, touched_at,
                            expires_at)
                        values (:id, :instance, :account, :channel, :state, :filename, :details::jsonb, :length,
                            :partSize, 0, :digest, :head, '[]', 0, 0, 0, :now, :now, :expiresAt)""")
                .param("id", session.id().value())
                .param("instance", session.owner().instance().value())
                .param("account", session.owner().id().value())
                .param("channel", session.channelId().value())
                .param("state", session.state().name())
                .param("filename", session.file().filename())
                .param("details", json.writeValueAsString(session.file().details()))
                .param("length", session.length())
                .param("partSize", session.partSize())
                .param("digest", session.progress().digest().toByteArray())
                .param("head", session.progress().head().toByteArray())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(session.expiresAt()))
                .update();
    }

    Optional<UploadSession> find(InstanceId instance, UploadId id) {
        return jdbc.sql(SELECT + "s.instance = ? and s.id = ?")
                .params(instance.value(), id.value())
                .query(this::session)
                .optional();
    }

    /** Reads it and keeps others from changing it until the present transaction ends. */
    Optional<UploadSession> lock(UploadId id) {
        return jdbc.sql(SELECT + "s.id = ? for update of s")
                .param(id.value())
                .query(this::session)
                .optional();
    }

    int countOpen(AccountId account) {
        return jdbc.sql("select count(*)::int from upload_session where account_id = ? and state = 'OPEN'")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    List<PartTag> parts(UploadId id) {
        return jdbc.sql("select number, etag, size from upload_part where session_id = ? order by number")
                .param(id.value())
                .query(PartTag.class)
                .list();
    }

    void complete(UploadId id, Instant keepUntil) {
        jdbc.sql("update upload_session set state = 'COMPLETED', expires_at = ? where id = ?")
                .params(Timestamp.from(keepUntil), id.value())
                .update();
        jdbc.sql("delete from upload_part where session_id = ?")
                .param(id.value())
                .update();
    }

    /** From now on nobody writes to it; false when it is not open any more. */
    boolean end(UploadId id) {
        return jdbc.sql("""
                        update upload_session set state = 'ENDING', fence = fence + 1 where id = ? and state = 'OPEN'""").param(id.value()).update() == 1;
    }

    /** As {@link #end}, but only if it expired before {@code now} and bytes are missing still. */
    boolean endExpired(UploadId id, Instant now) {
        return jdbc.sql("""
                        update upload_session set state = 'ENDING', fence = fence + 1
                        where id = ? and state = 'OPEN' and received < length and expires_at < ?""").params(id.value(), Timestamp.from(now)).update() == 1;
    }

    void delete(UploadId id) {
        jdbc.sql("delete from upload_session where id = ?").param(id.value()).update();
    }

    /** Complete uploads that nobody has finished since {@code before}. */
    List<UploadSession> waiting(Instant before, int most) {
        return jdbc.sql(SELECT + "s.state = 'OPEN' and s.received = s.length and s.touched_at < ? limit ?")
                .params(Timestamp.from(before), most)
                .query(this::session)
                .list();
    }

    /** Open, not complete, and not touched for too long. */
    List<UploadSession> expired(Instant now, int most) {
        return jdbc.sql(SELECT + "s.state = 'OPEN' and s.received < s.length and s.expires_at < ? limit ?")
                .params(Timestamp.from(now), most)
                .query(this::session)
                .list();
    }

    /** Those whose removal was begun, and completed ones that nobody needs any more. */
    List<UploadSession> removable(Instant now, int most) {
        return jdbc.sql(SELECT + "s.state = 'ENDING' or (s.state = 'COMPLETED' and s.expires_at < ?) limit ?")
                .params(Timestamp.from(now), most)
                .query(this::session)
                .list();
    }

    private UploadSession session(ResultSet row, int number) throws SQLException {
        UploadId id = new UploadId(row.getObject("id", UUID.class));
        return new UploadSession(
                id,
                JdbcChannelRows.account(row, number),
                new ChannelId(row.getObject("channel_id", UUID.class)),
                UploadState.valueOf(row.getString("state")),
                new UploadSession.NewFile(
                        row.getString("filename"), json.readValue(row.getString("details"), VideoDetails.class)),
                row.getLong("length"),
                row.getInt("part_size"),
                row.getString("multipart_id"),
                new UploadProgress(
                        row.getLong("received"),
                        ByteString.copyFrom(row.getBytes("digest")),
                        ByteString.copyFrom(row.getBytes("head")),
                        List.of(json.readValue(row.getString("tails"), Tail[].class))),
                row.getTimestamp("expires_at").toInstant());
    }
}
