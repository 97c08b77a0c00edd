package dev.vireo.upload.playlist;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.JdbcChannelRows;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.video.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Playlists in PostgreSQL, without their elements. */
@Component
final class JdbcPlaylistRepository {
    private static final String SELECT = "select p.*, " + JdbcChannelRows.COLUMNS
            + " from playlist p join account a on a.id = p.account_id left join channel c on c.id = p.channel_id ";
    private static final String COUNT = "select count(*) from playlist p left join channel c on c.id = p.channel_id ";
    private static final String OF_ACCOUNT = """
            where p.account_id = :account and (:channel = '' or c.name = :channel)
            and (:search = '' or strpos(lower(p.display_name), :search) > 0)""";

    private final JdbcClient jdbc;

    JdbcPlaylistRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Playlist> byId(InstanceId instance, PlaylistId id) {
        return jdbc.sql(SELECT + "where p.id = ? and p.instance = ?")
                .params(id.value(), instance.value())
                .query(JdbcPlaylistRepository::playlist)
                .optional();
    }

    /** Reads it and keeps others from changing it or its elements until the present transaction ends. */
    Optional<Playlist> lock(InstanceId instance, PlaylistId id) {
        lock(List.of(id));
        return byId(instance, id);
    }

    /** Locks those that are in the channel; nobody can put one into it meanwhile who holds the channel. */
    List<Playlist> lockAllIn(ChannelId channel) {
        lock(jdbc.sql("select id from playlist where channel_id = ?")
                .param(channel.value())
                .query(JdbcPlaylistRepository::id)
                .list());
        return jdbc.sql(SELECT + "where p.channel_id = ? order by p.id")
                .param(channel.value())
                .query(JdbcPlaylistRepository::playlist)
                .list();
    }

    /** The next ones in the channel in the order of their ids; without a lock. */
    List<PlaylistId> after(ChannelId channel, UUID last, int most) {
        return jdbc.sql("select id from playlist where channel_id = ? and id > ? order by id limit ?")
                .params(channel.value(), last, most)
                .query(JdbcPlaylistRepository::id)
                .list();
    }

    /** Locks those that are still there. */
    List<Playlist> lockAll(List<PlaylistId> ids) {
        lock(ids);
        return jdbc.sql(SELECT + "where p.id = any (?) order by p.id")
                .param(uuids(ids))
                .query(JdbcPlaylistRepository::playlist)
                .list();
    }

    int countOf(Account account) {
        return jdbc.sql("select count(*) from playlist where account_id = ?")
                .param(account.id().value())
                .query(Integer.class)
                .single();
    }

    Listing<Playlist> list(Account account, PlaylistQuery query) {
        String direction = query.ascending() ? " asc" : " desc";
        String order = switch (query.order()) {
            case CREATED -> "p.created_at";
            case UPDATED -> "p.updated_at";
            case NAME -> "lower(p.display_name)";
        };
        long total = asked(COUNT, "", account, query).query(Long.class).single();
        String page = " order by " + order + direction + ", p.id" + direction + " offset :start limit :count";
        List<Playlist> items = asked(SELECT, page, account, query)
                .param("start", query.window().start())
                .param("count", query.window().count())
                .query(JdbcPlaylistRepository::playlist)
                .list();
        return new Listing<>(total, items);
    }

    void insert(Playlist playlist) {
        jdbc.sql("""
                        insert into playlist values (:id, :instance, :account, :channel, :revision, :name, :description,
                            :privacy, 0, null, :created, :updated)""")
                .param("id", playlist.id().value())
                .param("instance", playlist.instance().value())
                .param("account", playlist.owner().id().value())
                .param("channel", channel(playlist))
                .param("revision", playlist.revision())
                .param("name", playlist.details().displayName())
                .param("description", playlist.details().description())
                .param("privacy", playlist.details().privacy().name())
                .param("created", Timestamp.from(playlist.createdAt()))
                .param("updated", Timestamp.from(playlist.updatedAt()))
                .update();
    }

    /** Writes a changed playlist; it must have been locked within the same transaction. */
    void update(Playlist playlist) {
        int rows = jdbc.sql("""
                        update playlist set channel_id = :channel, revision = :revision, display_name = :name,
                            description = :description, privacy = :privacy, length = :length, cover = :cover,
                            updated_at = :updated
                        where id = :id and revision = :revision - 1""")
                .param("id", playlist.id().value())
                .param("channel", channel(playlist))
                .param("revision", playlist.revision())
                .param("name", playlist.details().displayName())
                .param("description", playlist.details().description())
                .param("privacy", playlist.details().privacy().name())
                .param("length", playlist.length())
                .param(
                        "cover",
                        playlist.cover() == null ? null : playlist.cover().value())
                .param("updated", Timestamp.from(playlist.updatedAt()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("The playlist " + playlist.id() + " was changed without its lock");
        }
    }

    void delete(PlaylistId id) {
        jdbc.sql("delete from playlist where id = ?").param(id.value()).update();
    }

    /**
     * The rows alone, to be read by another statement: after it waited for somebody else's change, this one would give
     * the new row with the channel that it had before.
     */
    private void lock(List<PlaylistId> ids) {
        var unused = jdbc.sql("select id from playlist where id = any (?) order by id for update")
                .param(uuids(ids))
                .query(JdbcPlaylistRepository::id)
                .list();
    }

    private static UUID[] uuids(List<PlaylistId> ids) {
        return ids.stream().map(PlaylistId::value).toArray(UUID[]::new);
    }

    private static PlaylistId id(ResultSet row, int number) throws SQLException {
        return new PlaylistId(row.getObject("id", UUID.class));
    }

    private JdbcClient.StatementSpec asked(String select, String end, Account account, PlaylistQuery query) {
        return jdbc.sql(select + OF_ACCOUNT + end)
                .param("account", account.id().value())
                .param("channel", query.channelName())
                .param("search", query.search().toLowerCase(Locale.ROOT));
    }

    private static @Nullable UUID channel(Playlist playlist) {
        return playlist.channel() == null ? null : playlist.channel().id().value();
    }

    private static Playlist playlist(ResultSet row, int number) throws SQLException {
        @Nullable UUID cover = row.getObject("cover", UUID.class);
        return new Playlist(
                new PlaylistId(row.getObject("id", UUID.class)),
                row.getLong("revision"),
                JdbcChannelRows.account(row, number),
                row.getObject("channel_id", UUID.class) == null ? null : JdbcChannelRows.channel(row, number),
                new PlaylistDetails(
                        row.getString("display_name"),
                        row.getString("description"),
                        PlaylistPrivacy.valueOf(row.getString("privacy"))),
                row.getInt("length"),
                cover == null ? null : new VideoId(cover),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
