package dev.vireo.upload.channel;

import dev.vireo.kit.identity.InstanceId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Channels in PostgreSQL. */
@Component
final class JdbcChannelRepository {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SELECT = "select " + JdbcChannelRows.COLUMNS
            + " from channel c join account a on a.id = c.account_id where c.instance = :instance ";

    private final JdbcClient jdbc;

    JdbcChannelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Channel> byName(InstanceId instance, String name) {
        return ChannelRules.isName(name) ? one("c.name = :value", instance, name) : Optional.empty();
    }

    Optional<Channel> byId(InstanceId instance, ChannelId id) {
        return one("c.id = :value", instance, id.value());
    }

    /** Reads it and keeps others from holding or deleting it until the present transaction ends. */
    Optional<Channel> lock(InstanceId instance, String name) {
        return ChannelRules.isName(name) ? one("c.name = :value for update of c", instance, name) : Optional.empty();
    }

    /** Reads it and keeps it from being changed or deleted until the present transaction ends. */
    Optional<Channel> hold(InstanceId instance, ChannelId id) {
        return one("c.id = :value for share of c", instance, id.value());
    }

    List<Channel> ofAccount(Account account) {
        return jdbc.sql(SELECT + "and c.account_id = :account order by c.created_at, c.id")
                .param("instance", account.instance().value())
                .param("account", account.id().value())
                .query(JdbcChannelRows::channel)
                .list();
    }

    /** Of one account, or of all when {@code accountName} is null. */
    Listing<Channel> list(InstanceId instance, @Nullable String accountName, Window window) {
        String where = "and (:account::text is null or a.name = :account)";
        long total = jdbc.sql("select count(*) from channel c join account a on a.id = c.account_id"
                        + " where c.instance = :instance " + where)
                .param("instance", instance.value())
                .param("account", accountName)
                .query(Long.class)
                .single();
        List<Channel> items = jdbc.sql(SELECT + where + " order by c.created_at, c.id offset :start limit :count")
                .param("instance", instance.value())
                .param("account", accountName)
                .param("start", window.start())
                .param("count", window.count())
                .query(JdbcChannelRows::channel)
                .list();
        return new Listing<>(total, items);
    }

    void insert(Channel channel) {
        jdbc.sql("""
                        insert into channel (id, instance, account_id, revision, name, display_name, description, support,
                            created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        channel.id().value(),
                        channel.instance().value(),
                        channel.owner().id().value(),
                        channel.revision(),
                        channel.name(),
                        channel.displayName(),
                        channel.description(),
                        channel.support(),
                        Timestamp.from(channel.createdAt()),
                        Timestamp.from(channel.updatedAt()))
                .update();
    }

    /** False when somebody else changed it since it was read. */
    boolean update(Channel changed) {
        return jdbc.sql("""
                        update channel set revision = ?, display_name = ?, description = ?, support = ?, updated_at = ?
                        where id = ? and revision = ?""")
                        .params(
                                changed.revision(),
                                changed.displayName(),
                                changed.description(),
                                changed.support(),
                                Timestamp.from(changed.updatedAt()),
                                changed.id().value(),
                                changed.revision() - 1)
                        .update()
                == 1;
    }

    /** All that has its name is to be told again. */
    void renamed(ChannelId id) {
        jdbc.sql("insert into renamed_channel (channel_id, after_id) values (?, ?) on conflict (channel_id)"
                        + " do update set after_id = excluded.after_id, playlists_after = excluded.playlists_after")
                .params(id.value(), BEFORE_ALL)
                .update();
    }

    /** Some that are to be told again, and no longer are; they cannot be changed until the present transaction ends. */
    List<Channel> takeUntold(int most) {
        return jdbc.sql("with held as (select c.id from untold_channel u join channel c on c.id = u.channel_id"
                        + " limit :most for update of c skip locked), taken as (delete from untold_channel"
                        + " where channel_id in (select id from held)) select " + JdbcChannelRows.COLUMNS
                        + " from channel c join account a on a.id = c.account_id"
                        + " where c.id in (select id from held) for update of c")
                .param("most", most)
                .query(JdbcChannelRows::channel)
                .list();
    }

    /** Waits for whoever tells of its name, so that he does not wait for what is removed with it. */
    void notRenamed(ChannelId id) {
        jdbc.sql("delete from renamed_channel where channel_id = ?")
                .param(id.value())
                .update();
    }

    void delete(ChannelId id) {
        jdbc.sql("delete from channel where id = ?").param(id.value()).update();
    }

    private Optional<Channel> one(String where, InstanceId instance, Object value) {
        return jdbc.sql(SELECT + "and " + where)
                .param("instance", instance.value())
                .param("value", value)
                .query(JdbcChannelRows::channel)
                .optional();
    }
}
