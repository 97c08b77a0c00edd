package dev.vireo.upload.subscription;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.subscription.v1.SubscriptionAdded;
import dev.vireo.contracts.subscription.v1.SubscriptionEvent;
import dev.vireo.contracts.subscription.v1.SubscriptionRemoved;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.ChannelMapper;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Facts about subscriptions for topic {@code subscription.v1}, each added to the transaction that makes it true. */
@Component
final class SubscriptionEvents {
    private static final String TOPIC = "subscription.v1";

    private final EventOutbox outbox;
    private final JdbcSubscriptionRepository subscriptions;

    SubscriptionEvents(EventOutbox outbox, JdbcSubscriptionRepository subscriptions) {
        this.outbox = outbox;
        this.subscriptions = subscriptions;
    }

    void added(Subscription subscription, Account follower, ChannelId channel, Instant since) {
        add(
                SubscriptionAdded.getDescriptor(),
                about(subscription)
                        .setAdded(SubscriptionAdded.newBuilder()
                                .setAccount(ChannelMapper.message(follower))
                                .setChannelId(channel.value().toString())
                                .setAddedAt(Timestamp.newBuilder()
                                        .setSeconds(since.getEpochSecond())
                                        .setNanos(since.getNano()))));
    }

    void removed(Subscription subscription) {
        add(
                SubscriptionRemoved.getDescriptor(),
                about(subscription).setRemoved(SubscriptionRemoved.getDefaultInstance()));
    }

    /** After the row was changed, so that who waits for the row gets a greater revision. */
    private SubscriptionEvent.Builder about(Subscription subscription) {
        return SubscriptionEvent.newBuilder()
                .setInstanceId(subscription.instance().value())
                .setAccountId(subscription.account().value().toString())
                .setChannelName(subscription.channel().name())
                .setChannelHost(subscription.channel().host())
                .setRevision(subscriptions.nextRevision());
    }

    private void add(Descriptor type, SubscriptionEvent.Builder event) {
        outbox.add(new OutboxEvent(
                TOPIC,
                event.getAccountId() + ":" + event.getChannelName() + "@" + event.getChannelHost(),
                type.getFullName(),
                event.build().toByteArray()));
    }
}
