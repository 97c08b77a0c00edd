package dev.vireo.upload.subscription;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Instances;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Accounts;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.Channels;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the caller follows: each change is an event, and nobody reaches what another account follows. */
@Service
class Subscriptions {
    private static final int MOST_HANDLES = 100;

    private final JdbcSubscriptionRepository subscriptions;
    private final SubscriptionEvents events;
    private final Accounts accounts;
    private final Channels channels;
    private final Instances instances;
    private final SubscriptionProperties properties;
    private final TransactionTemplate transaction;

    Subscriptions(
            JdbcSubscriptionRepository subscriptions,
            SubscriptionEvents events,
            Accounts accounts,
            Channels channels,
            Instances instances,
            SubscriptionProperties properties,
            TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.accounts = accounts;
        this.channels = channels;
        this.instances = instances;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** Again it changes nothing. */
    void add(Caller caller, String handle) {
        Account follower = accounts.of(caller);
        ChannelHandle wanted = handle(caller, handle);
        transaction.executeWithoutResult(status -> {
            // The channel before the account, as those do who put a video into it.
            Channel channel = held(caller, wanted);
            accounts.lock(follower.id());
            Subscription subscription = new Subscription(follower.instance(), follower.id(), wanted);
            subscriptions.put(subscription, channel.id()).ifPresent(since -> {
                if (subscriptions.count(follower.id()) > properties.maxPerAccount()) {
                    throw new PlatformException(
                            KitErrorCode.FAILED_PRECONDITION,
                            "An account may follow " + properties.maxPerAccount() + " channels: end one first.");
                }
                events.added(subscription, follower, channel.id(), since);
            });
        });
    }

    void remove(Caller caller, String handle) {
        Account follower = accounts.of(caller);
        ChannelHandle ended = handle(caller, handle);
        Subscription subscription = new Subscription(follower.instance(), follower.id(), ended);
        transaction.executeWithoutResult(status -> {
            if (!subscriptions.delete(subscription)) {
                throw PlatformException.notFound("subscription");
            }
            events.removed(subscription);
        });
    }

    Channel find(Caller caller, String handle) {
        return subscriptions
                .find(accounts.of(caller).id(), handle(caller, handle))
                .orElseThrow(() -> PlatformException.notFound("subscription"));
    }

    Listing<Channel> list(Caller caller, Window window, boolean ascending) {
        return subscriptions.list(accounts.of(caller).id(), window, ascending);
    }

    /** Those of the handles that are followed. */
    List<String> followed(Caller caller, List<String> handles) {
        if (handles.size() > MOST_HANDLES) {
            throw PlatformException.invalid("channels", "must be at most " + MOST_HANDLES + " handles.");
        }
        List<ChannelHandle> asked =
                handles.stream().map(handle -> handle(caller, handle)).toList();
        Set<ChannelHandle> followed = subscriptions.followed(accounts.of(caller).id(), asked);
        return IntStream.range(0, asked.size())
                .filter(at -> followed.contains(asked.get(at)))
                .mapToObj(handles::get)
                .toList();
    }

    private Channel held(Caller caller, ChannelHandle wanted) {
        if (!wanted.here()) {
            throw PlatformException.notFound("channel of that host");
        }
        return channels.byName(caller.instance(), wanted.name())
                .flatMap(channel -> channels.hold(caller.instance(), channel.id()))
                .orElseThrow(() -> PlatformException.notFound("such channel"));
    }

    private ChannelHandle handle(Caller caller, String written) {
        return ChannelHandle.of(written, instances.byId(caller.instance()).domain());
    }
}
