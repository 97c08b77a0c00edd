package dev.vireo.upload.subscription;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.AccountId;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.JdbcChannelRows;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscriptions in PostgreSQL. One to a channel that is gone is over, although its row may still be there. */
@Component
final class JdbcSubscriptionRepository {
    private static final String FOLLOWED =
            " from subscription s join channel c on c.id = s.channel_id join account a on a.id = c.account_id"
                    + " where s.account_id = :account ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSubscriptionRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Since when; empty when the account followed it already. One to a channel that had the name before gives way. */
    Optional<Instant> put(Subscription subscription, ChannelId channel) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int put = jdbc.sql("""
                        insert into subscription (account_id, host, name, channel_id, created_at) values (?, ?, ?, ?, ?)
                        on conflict (account_id, host, name)
                        do update set channel_id = excluded.channel_id, created_at = excluded.created_at
                        where subscription.channel_id is distinct from excluded.channel_id""")
                .params(
                        subscription.account().value(),
                        subscription.channel().host(),
                        subscription.channel().name(),
                        channel.value(),
                        Timestamp.from(now))
                .update();
        return put == 1 ? Optional.of(now) : Optional.empty();
    }

    /** False when the account does not follow it. */
    boolean delete(Subscription subscription) {
        return jdbc.sql("delete from subscription where account_id = ? and host = ? and name = ?")
                        .params(
                                subscription.account().value(),
                                subscription.channel().host(),
                                subscription.channel().name())
                        .update()
                == 1;
    }

    int count(AccountId account) {
        return jdbc.sql("select count(*)" + FOLLOWED)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    Optional<Channel> find(AccountId account, ChannelHandle channel) {
        return jdbc.sql("select " + JdbcChannelRows.COLUMNS + FOLLOWED + "and s.host = :host and s.name = :name")
                .param("account", account.value())
                .param("host", channel.host())
                .param("name", channel.name())
                .query(JdbcChannelRows::channel)
                .optional();
    }

    /** Those that are followed, and perhaps others. */
    Set<ChannelHandle> followed(AccountId account, List<ChannelHandle> channels) {
        if (channels.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select s.host, s.name" + FOLLOWED + "and s.name in (:names)")
                .param("account", account.value())
                .param("names", channels.stream().map(ChannelHandle::name).toList())
                .query((row, number) -> new ChannelHandle(row.getString("name"), row.getString("host")))
                .set();
    }

    Listing<Channel> list(AccountId account, Window window, boolean ascending) {
        String direction = ascending ? "" : " desc";
        long total = jdbc.sql("select count(*)" + FOLLOWED)
                .param("account", account.value())
                .query(Long.class)
                .single();
        List<Channel> items = jdbc.sql("select " + JdbcChannelRows.COLUMNS + FOLLOWED + "order by s.created_at"
                        + direction + ", s.channel_id" + direction + " offset :start limit :count")
                .param("account", account.value())
                .param("start", window.start())
                .param("count", window.count())
                .query(JdbcChannelRows::channel)
                .list();
        return new Listing<>(total, items);
    }

    List<ChannelId> channels(AccountId account) {
        return jdbc.sql("select s.channel_id" + FOLLOWED + "order by s.channel_id")
                .param("account", account.value())
                .query((row, number) -> new ChannelId(row.getObject(1, UUID.class)))
                .list();
    }

    long nextRevision() {
        return jdbc.sql("select nextval('subscription_revision')")
                .query(Long.class)
                .single();
    }

    /** All subscriptions to the channel are to be ended. */
    void end(ChannelId channel) {
        jdbc.sql("insert into ended_channel values (?) on conflict do nothing")
                .param(channel.value())
                .update();
    }

    /** A channel whose subscriptions are to be ended and that no other process has, until the transaction ends. */
    Optional<ChannelId> lockEnded() {
        return jdbc.sql("select channel_id from ended_channel limit 1 for update skip locked")
                .query((row, number) -> new ChannelId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Some of the subscriptions to the channel, which are gone now. */
    List<Subscription> deleteSome(ChannelId channel, int most) {
        return jdbc.sql("""
                        delete from subscription s using account a
                        where a.id = s.account_id and s.channel_id = :channel and (s.account_id, s.host, s.name) in (
                            select account_id, host, name from subscription where channel_id = :channel
                            limit :most for update)
                        returning a.instance, s.account_id, s.name, s.host""")
                .param("channel", channel.value())
                .param("most", most)
                .query((row, number) -> new Subscription(
                        new InstanceId(row.getString("instance")),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new ChannelHandle(row.getString("name"), row.getString("host"))))
                .list();
    }

    void ended(ChannelId channel) {
        jdbc.sql("delete from ended_channel where channel_id = ?")
                .param(channel.value())
                .update();
    }
}
