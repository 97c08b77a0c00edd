package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.AccountId;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Videos in PostgreSQL; deleted ones are not found. */
@Component
final class JdbcVideoRepository {
    private static final String PRESENT = "v.state <> 'DELETED' ";
    private static final String LISTED = "and v.privacy = 'PUBLIC' and (v.playable or v.packaged is not null) ";

    private final JdbcClient jdbc;

    JdbcVideoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Video> byId(InstanceId instance, VideoId id) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.id = ? and v.instance = ? and " + PRESENT)
                .params(id.value(), instance.value())
                .query(JdbcVideoRows::video)
                .optional();
    }

    List<Video> byIds(InstanceId instance, Collection<VideoId> ids) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.id = any (?) and v.instance = ? and " + PRESENT)
                .param(ids.stream().map(VideoId::value).toArray(UUID[]::new))
                .param(instance.value())
                .query(JdbcVideoRows::video)
                .list();
    }

    /** Reads it and keeps others from changing it until the present transaction ends. */
    Optional<Video> lock(InstanceId instance, VideoId id) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.id = ? and v.instance = ? and " + PRESENT + "for update of v")
                .params(id.value(), instance.value())
                .query(JdbcVideoRows::video)
                .optional();
    }

    /** Locks the videos whose time to become public has come, except those that another process has. */
    List<Video> lockDue(Instant now, int most) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.publish_at <= ? and " + PRESENT
                        + "order by v.publish_at limit ? for update of v skip locked")
                .params(Timestamp.from(now), most)
                .query(JdbcVideoRows::video)
                .list();
    }

    List<Video> lockAllIn(ChannelId channel) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.channel_id = ? and " + PRESENT + "for update of v")
                .param(channel.value())
                .query(JdbcVideoRows::video)
                .list();
    }

    /** The next ones in the order of their ids. */
    List<Video> lockAfter(ChannelId channel, VideoId last, int most) {
        return jdbc.sql(JdbcVideoRows.SELECT + "where v.channel_id = ? and v.id > ? and " + PRESENT
                        + "order by v.id limit ? for update of v")
                .params(channel.value(), last.value(), most)
                .query(JdbcVideoRows::video)
                .list();
    }

    Listing<Video> ofAccount(AccountId account, boolean listedOnly, Window window) {
        return list("v.account_id", account.value(), listedOnly, window);
    }

    Listing<Video> ofChannel(ChannelId channel, boolean listedOnly, Window window) {
        return list("v.channel_id", channel.value(), listedOnly, window);
    }

    void insert(Video video) {
        parameters(jdbc.sql("""
                        insert into video values (:id, :instance, :account, :channel, :revision, :name, :description,
                            :privacy, :tags, :language, :licence, :category, :nsfw, :publishAt, :state, :version,
                            :settledVersion, :playable, :packaged, :durationMs, :aspectRatio, :failureReason, :sourceKey,
                            :sourceFilename, :sourceSize, :sourceSha256, :sourceMediaType, :createdAt, :updatedAt,
                            :publishedAt)"""), video)
                .param("instance", video.instance().value())
                .param("account", video.channel().owner().id().value())
                .param("sourceKey", video.source().key())
                .param("sourceFilename", video.source().filename())
                .param("sourceSize", video.source().size())
                .param("sourceSha256", video.source().sha256().toByteArray())
                .param("sourceMediaType", video.source().mediaType())
                .param("createdAt", Timestamp.from(video.times().createdAt()))
                .update();
    }

    /** Writes a changed video; it must have been locked or read within the same transaction. */
    void update(Video video) {
        int rows = parameters(jdbc.sql("""
                        update video set channel_id = :channel, revision = :revision, name = :name,
                            description = :description, privacy = :privacy, tags = :tags, language = :language,
                            licence = :licence, category = :category, nsfw = :nsfw, publish_at = :publishAt,
                            state = :state, version = :version, settled_version = :settledVersion,
                            playable = :playable, packaged = :packaged, duration_ms = :durationMs,
                            aspect_ratio = :aspectRatio, failure_reason = :failureReason, updated_at = :updatedAt,
                            published_at = :publishedAt, captions = :captions::jsonb, torrents = :torrents,
                            torrents_revision = :torrentsRevision
                        where id = :id and revision = :revision - 1"""), video).update();
        if (rows != 1) {
            throw new IllegalStateException("The video " + video.id() + " was changed without its lock");
        }
    }

    /** A newer fact told the same torrents: no new revision of the video. */
    void noteTorrents(VideoId id, long revision) {
        jdbc.sql("update video set torrents_revision = ? where id = ?")
                .params(revision, id.value())
                .update();
    }

    /** Sets the views of those of these videos that have fewer. */
    void raiseViews(Map<VideoId, Long> views) {
        List<Map.Entry<VideoId, Long>> all = List.copyOf(views.entrySet());
        jdbc.sql("update video v set views = told.views from unnest(?::uuid[], ?::bigint[]) as told(id, views)"
                        + " where v.id = told.id and v.views < told.views")
                .param(all.stream().map(each -> each.getKey().value()).toArray(UUID[]::new))
                .param(all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Sets the number of comments of those of these videos of which an older one is known. */
    void countComments(Map<VideoId, CommentCount> counts) {
        List<Map.Entry<VideoId, CommentCount>> all = List.copyOf(counts.entrySet());
        jdbc.sql("update video v set comments = told.comments, comments_revision = told.revision"
                        + " from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as told(id, revision, comments)"
                        + " where v.id = told.id and v.comments_revision < told.revision")
                .param(all.stream().map(each -> each.getKey().value()).toArray(UUID[]::new))
                .param(all.stream().map(each -> each.getValue().revision()).toArray(Long[]::new))
                .param(all.stream().map(each -> each.getValue().comments()).toArray(Long[]::new))
                .update();
    }

    /** Source keys of videos that were deleted. */
    List<Removed> removed(int most) {
        return jdbc.sql("select id, source_key from video where state = 'DELETED' order by updated_at limit ?")
                .param(most)
                .query(Removed.class)
                .list();
    }

    void forget(Removed removed) {
        jdbc.sql("delete from video where id = ? and state = 'DELETED'")
                .param(removed.id())
                .update();
    }

    /** A deleted video whose source may still be in the origin. */
    record Removed(UUID id, String sourceKey) {}

    private Listing<Video> list(String column, UUID of, boolean listedOnly, Window window) {
        String where = "where " + column + " = :of and " + PRESENT + (listedOnly ? LISTED : "");
        long total = jdbc.sql("select count(*) from video v " + where)
                .param("of", of)
                .query(Long.class)
                .single();
        List<Video> items = jdbc.sql(JdbcVideoRows.SELECT + where
                        + "order by v.created_at desc, v.id desc offset :start limit :count")
                .param("of", of)
                .param("start", window.start())
                .param("count", window.count())
                .query(JdbcVideoRows::video)
                .list();
        return new Listing<>(total, items);
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Video video) {
        VideoDetails details = video.details();
        Transcoding transcoding = video.transcoding();
        return statement
                .param("id", video.id().value())
                .param("channel", video.channel().id().value())
                .param("revision", video.revision())
                .param("name", details.name())
                .param("description", details.description())
                .param("privacy", details.privacy().name())
                .param("tags", details.tags().toArray(String[]::new))
                .param("language", details.language())
                .param("licence", details.licence())
                .param("category", details.category())
                .param("nsfw", details.nsfw())
                .param("publishAt", timestamp(details.publishAt()))
                .param("state", transcoding.state().name())
                .param("version", transcoding.version())
                .param("settledVersion", transcoding.settledVersion())
                .param("playable", transcoding.playable())
                .param("packaged", bytes(transcoding.packaged()))
                .param("durationMs", transcoding.duration().toMillis())
                .param("aspectRatio", transcoding.aspectRatio())
                .param("failureReason", transcoding.failureReason())
                .param("updatedAt", Timestamp.from(video.times().updatedAt()))
                .param("publishedAt", timestamp(video.times().publishedAt()))
                .param("captions", JdbcVideoRows.json(video.captions()))
                .param("torrents", bytes(video.torrents().set()))
                .param("torrentsRevision", video.torrents().revision());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static byte @Nullable [] bytes(@Nullable ByteString bytes) {
        return bytes == null ? null : bytes.toByteArray();
    }
}
