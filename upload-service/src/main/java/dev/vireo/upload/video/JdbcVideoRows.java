package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import dev.vireo.upload.channel.JdbcChannelRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a video with its channel and owner from a row. */
final class JdbcVideoRows {
    /** Reads {@code video v}, {@code channel c}, {@code account a}. */
    static final String SELECT = "select v.*, " + JdbcChannelRows.COLUMNS
            + " from video v join channel c on c.id = v.channel_id join account a on a.id = v.account_id ";

    private static final JsonMapper JSON = JsonMapper.shared();

    private JdbcVideoRows() {}

    static Video video(ResultSet row, int number) throws SQLException {
        return new Video(
                new VideoId(row.getObject("id", UUID.class)),
                row.getLong("revision"),
                JdbcChannelRows.channel(row, number),
                details(row),
                source(row),
                transcoding(row),
                new VideoTimes(
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        instant(row.getTimestamp("published_at"))),
                captions(row.getString("captions")),
                torrents(row),
                new VideoCounts(row.getLong("views"), row.getLong("comments")));
    }

    private static VideoDetails details(ResultSet row) throws SQLException {
        return new VideoDetails(
                row.getString("name"),
                row.getString("description"),
                Privacy.valueOf(row.getString("privacy")),
                strings(row, "tags"),
                row.getString("language"),
                row.getInt("licence"),
                row.getInt("category"),
                row.getBoolean("nsfw"),
                instant(row.getTimestamp("publish_at")));
    }

    private static VideoSource source(ResultSet row) throws SQLException {
        return new VideoSource(
                row.getString("source_key"),
                row.getString("source_filename"),
                row.getLong("source_size"),
                ByteString.copyFrom(row.getBytes("source_sha256")),
                row.getString("source_media_type"));
    }

    private static Transcoding transcoding(ResultSet row) throws SQLException {
        byte @Nullable [] packaged = row.getBytes("packaged");
        return new Transcoding(
                VideoState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("settled_version"),
                row.getBoolean("playable"),
                packaged == null ? null : ByteString.copyFrom(packaged),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getDouble("aspect_ratio"),
                row.getString("failure_reason"));
    }

    private static VideoTorrents torrents(ResultSet row) throws SQLException {
        byte @Nullable [] set = row.getBytes("torrents");
        return new VideoTorrents(row.getLong("torrents_revision"), set == null ? null : ByteString.copyFrom(set));
    }

    private static List<VideoCaption> captions(String json) {
        return List.of(JSON.readValue(json, VideoCaption[].class));
    }

    static String json(List<VideoCaption> captions) {
        return JSON.writeValueAsString(captions);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
