package dev.vireo.upload.channel;

import dev.vireo.kit.Ids;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts: each person who signs in has exactly one on an instance, made at the first call with a first channel. */
@Service
public class Accounts {
    private static final int MOST_ATTEMPTS = 1_000;
    private static final String DEFAULT_CHANNEL_SUFFIX = "_channel";

    private final JdbcAccountRepository accounts;
    private final JdbcChannelRepository channels;
    private final ChannelEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            JdbcAccountRepository accounts,
            JdbcChannelRepository channels,
            ChannelEvents events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.channels = channels;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The caller's account, made now when this is the first call; UNAUTHENTICATED for an anonymous caller. */
    public Account of(Caller caller) {
        String subject = caller.requireSubject();
        return accounts.bySubject(caller.instance(), subject).orElseGet(() -> {
            transaction.executeWithoutResult(status -> {
                if (!open(caller, subject)) {
                    status.setRollbackOnly();
                }
            });
            return accounts.bySubject(caller.instance(), subject)
                    .orElseThrow(() -> new PlatformException(KitErrorCode.CONFLICT, "Try again."));
        });
    }

    /** The account of that name on the instance. */
    public Optional<Account> byName(InstanceId instance, String name) {
        return accounts.byName(instance, name);
    }

    /** Bytes of the account's videos and open uploads. */
    public long storedBytes(AccountId account) {
        return accounts.storedBytes(account);
    }

    /** Until the present transaction ends, nobody else who calls this for the account goes on. */
    public void lock(AccountId account) {
        accounts.lock(account);
    }

    boolean takeName(InstanceId instance, String name) {
        return accounts.takeName(instance, name);
    }

    void freeName(InstanceId instance, String name) {
        accounts.freeName(instance, name);
    }

    private boolean open(Caller caller, String subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String username = Objects.requireNonNullElse(caller.username(), "user");
        String name = nearestFreeName(caller.instance(), ChannelRules.handleFor(username));
        Account account = new Account(
                new AccountId(Ids.newId()),
                caller.instance(),
                subject,
                name,
                displayName(caller.displayName(), name),
                "",
                now,
                now);
        if (!accounts.insert(account)) {
            return false;
        }
        String channelName = nearestFreeName(caller.instance(), name + DEFAULT_CHANNEL_SUFFIX);
        Channel channel = new Channel(
                new ChannelId(Ids.newId()),
                1,
                account,
                channelName,
                displayName("Main " + name + " channel", channelName),
                "",
                "",
                now,
                now);
        channels.insert(channel);
        events.created(channel);
        return true;
    }

    private String nearestFreeName(InstanceId instance, String wanted) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String candidate = ChannelRules.candidate(wanted, attempt);
            if (accounts.takeName(instance, candidate)) {
                return candidate;
            }
        }
        throw new PlatformException(KitErrorCode.CONFLICT, "No free name was found near '" + wanted + "'.");
    }

    private static String displayName(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.strip();
    }
}
