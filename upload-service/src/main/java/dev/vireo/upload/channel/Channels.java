package dev.vireo.upload.channel;

import dev.vireo.kit.Ids;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Channels: names unique within an instance, changed by owner or administrator only, each change an event. */
@Service
public class Channels {
    private final JdbcChannelRepository channels;
    private final Accounts accounts;
    private final List<ChannelContents> contents;
    private final ChannelEvents events;
    private final ChannelProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Channels(
            JdbcChannelRepository channels,
            Accounts accounts,
            List<ChannelContents> contents,
            ChannelEvents events,
            ChannelProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.channels = channels;
        this.accounts = accounts;
        this.contents = List.copyOf(contents);
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The channel of that id on the instance. */
    public Optional<Channel> byId(InstanceId instance, ChannelId id) {
        return channels.byId(instance, id);
    }

    /** The channel of that name on the instance. */
    public Optional<Channel> byName(InstanceId instance, String name) {
        return channels.byName(instance, name);
    }

    /** The account's channels, oldest first; never empty. */
    public List<Channel> ofAccount(Account account) {
        return channels.ofAccount(account);
    }

    /** The channel of that id, which nobody can change or delete until the present transaction ends. */
    public Optional<Channel> hold(InstanceId instance, ChannelId id) {
        return channels.hold(instance, id);
    }

    /** The account's channel of that id, or its oldest when there is none; held as by {@link #hold}. */
    public Channel holdOfAccountOrOldest(Account account, ChannelId wanted) {
        return Stream.concat(
                        Stream.of(wanted), channels.ofAccount(account).stream().map(Channel::id))
                .flatMap(id -> channels.hold(account.instance(), id).stream())
                .filter(channel -> channel.owner().id().equals(account.id()))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The account's channels are just being changed: try again."));
    }

    Listing<Channel> list(InstanceId instance, @Nullable String accountName, Window window) {
        if (accountName != null && accounts.byName(instance, accountName).isEmpty()) {
            throw PlatformException.notFound("account '" + accountName + "'");
        }
        return channels.list(instance, accountName, window);
    }

    Channel create(Caller caller, String name, ChannelChange texts) {
        Account owner = accounts.of(caller);
        ChannelRules.name(name);
        return transact(() -> {
            accounts.lock(owner.id());
            if (channels.ofAccount(owner).size() >= properties.maxPerAccount()) {
                throw new PlatformException(
                        KitErrorCode.FAILED_PRECONDITION,
                        "An account may have " + properties.maxPerAccount() + " channels: delete one first.");
            }
            if (!accounts.takeName(owner.instance(), name)) {
                throw new PlatformException(
                        KitErrorCode.ALREADY_EXISTS, "The name '" + name + "' is taken: choose another.");
            }
            Instant now = now();
            Channel channel =
                    new Channel(new ChannelId(Ids.newId()), 0, owner, name, name, "", "", now, now).with(texts, now);
            channels.insert(channel);
            events.created(channel);
            return channel;
        });
    }

    Channel update(Caller caller, String name, ChannelChange change) {
        return transact(() -> {
            Channel present = editable(caller, name);
            Channel changed = present.with(change, now());
            boolean seen = change.revision() == null || change.revision() == present.revision();
            if (!seen || !channels.update(changed)) {
                throw new PlatformException(
                        KitErrorCode.CONFLICT, "Somebody changed the channel meanwhile: read it again.");
            }
            events.updated(changed);
            if (!changed.isCalledAs(present)) {
                channels.renamed(changed.id());
            }
            return changed;
        });
    }

    void delete(Caller caller, String name) {
        transact(() -> {
            editable(caller, name);
            // The channel before the account, as those do who put a video into it.
            Channel channel = channels.lock(caller.instance(), name).orElseThrow(() -> notFound(name));
            accounts.lock(channel.owner().id());
            if (channels.ofAccount(channel.owner()).size() == 1) {
                throw new PlatformException(KitErrorCode.FAILED_PRECONDITION, "An account keeps at least one channel.");
            }
            channels.notRenamed(channel.id());
            contents.forEach(part -> part.removeAllIn(channel));
            channels.delete(channel.id());
            accounts.freeName(channel.instance(), channel.name());
            events.deleted(channel);
            return channel;
        });
    }

    private Channel editable(Caller caller, String name) {
        caller.requireSubject();
        Channel channel = channels.byName(caller.instance(), name).orElseThrow(() -> notFound(name));
        if (!channel.owner().mayBeEditedBy(caller)) {
            throw new PlatformException(KitErrorCode.FORBIDDEN, "Only its owner may change this channel.");
        }
        return channel;
    }

    private static PlatformException notFound(String name) {
        return PlatformException.notFound("channel '" + name + "'");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Channel transact(java.util.function.Supplier<Channel> change) {
        Channel result = transaction.execute(status -> change.get());
        return java.util.Objects.requireNonNull(result);
    }
}
