package dev.vireo.upload.subscription;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens for feeds in PostgreSQL, as they are: an account's owner reads them again. */
@Component
final class JdbcFeedTokenRepository {
    private final JdbcClient jdbc;

    JdbcFeedTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's token, which is {@code fresh} when it had none. */
    String getOrPut(AccountId account, String fresh) {
        jdbc.sql("insert into feed_token values (?, ?) on conflict do nothing")
                .params(account.value(), fresh)
                .update();
        return jdbc.sql("select token from feed_token where account_id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }

    void put(AccountId account, String token) {
        jdbc.sql("insert into feed_token values (?, ?) on conflict (account_id) do update set token = excluded.token")
                .params(account.value(), token)
                .update();
    }

    /** The token of an account of the instance. */
    Optional<String> of(InstanceId instance, UUID account) {
        return jdbc.sql("select t.token from feed_token t join account a on a.id = t.account_id"
                        + " where a.id = ? and a.instance = ?")
                .params(account, instance.value())
                .query(String.class)
                .optional();
    }
}
