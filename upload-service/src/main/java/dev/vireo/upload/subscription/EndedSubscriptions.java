package dev.vireo.upload.subscription;

import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelContents;
import dev.vireo.upload.channel.ChannelId;
import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the subscriptions to a channel that is gone. Nobody sees them from then on; that they are over is told in batches of
 * their own transactions, so that no channel has too many.
 */
@Component
class EndedSubscriptions implements ChannelContents {
    private static final int BATCH = 200;

    private final JdbcSubscriptionRepository subscriptions;
    private final SubscriptionEvents events;
    private final TransactionTemplate transaction;

    EndedSubscriptions(
            JdbcSubscriptionRepository subscriptions, SubscriptionEvents events, TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void removeAllIn(Channel channel) {
        subscriptions.end(channel.id());
    }

    @Scheduled(fixedDelayString = "${vireo.subscription.removal-interval}")
    void endAll() {
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(transaction.execute(status -> endSome()));
        }
    }

    /** False when nothing is left. */
    private boolean endSome() {
        return subscriptions.lockEnded().map(this::endSome).isPresent();
    }

    private ChannelId endSome(ChannelId channel) {
        List<Subscription> some = subscriptions.deleteSome(channel, BATCH);
        some.forEach(events::removed);
        if (some.size() < BATCH) {
            subscriptions.ended(channel);
        }
        return channel;
    }
}
