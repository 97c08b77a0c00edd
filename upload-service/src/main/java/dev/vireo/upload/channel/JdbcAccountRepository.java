package dev.vireo.upload.channel;

import dev.vireo.kit.identity.InstanceId;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, and the names that they share with channels, in PostgreSQL. */
@Component
final class JdbcAccountRepository {
    private static final String SELECT = "select " + JdbcChannelRows.ACCOUNT_COLUMNS + " from account a where ";

    private final JdbcClient jdbc;

    JdbcAccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> bySubject(InstanceId instance, String subject) {
        return jdbc.sql(SELECT + "a.instance = ? and a.subject = ?")
                .params(instance.value(), subject)
                .query(JdbcChannelRows::account)
                .optional();
    }

    Optional<Account> byName(InstanceId instance, String name) {
        if (!ChannelRules.isName(name)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + "a.instance = ? and a.name = ?")
                .params(instance.value(), name)
                .query(JdbcChannelRows::account)
                .optional();
    }

    /** False when the name is taken; waits for a transaction that is just taking it. */
    boolean takeName(InstanceId instance, String name) {
        return jdbc.sql("insert into handle (instance, name) values (?, ?) on conflict do nothing")
                        .params(instance.value(), name)
                        .update()
                == 1;
    }

    void freeName(InstanceId instance, String name) {
        jdbc.sql("delete from handle where instance = ? and name = ?")
                .params(instance.value(), name)
                .update();
    }

    /** False when the subject has an account already. */
    boolean insert(Account account) {
        return jdbc.sql("""
                        insert into account
                            (id, instance, subject, name, display_name, description, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (instance, subject) do nothing""")
                        .params(
                                account.id().value(),
                                account.instance().value(),
                                account.subject(),
                                account.name(),
                                account.displayName(),
                                account.description(),
                                Timestamp.from(account.createdAt()),
                                Timestamp.from(account.updatedAt()))
                        .update()
                == 1;
    }

    /** Makes others wait who check the same account's limits, until the present transaction ends. */
    void lock(AccountId account) {
        jdbc.sql("select id from account where id = ? for update")
                .param(account.value())
                .query()
                .listOfRows();
    }

    long storedBytes(AccountId account) {
        return jdbc.sql("select coalesce(sum(bytes), 0)::bigint from account_storage where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }
}
