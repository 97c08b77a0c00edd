package dev.vireo.upload.channel;

import dev.vireo.contracts.channel.v1.ChannelCreated;
import dev.vireo.contracts.channel.v1.ChannelDeleted;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.contracts.channel.v1.ChannelUpdated;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import org.springframework.stereotype.Component;

/** Facts about channels for topic {@code channel.v1}, each added to the transaction that makes it true. */
@Component
final class ChannelEvents {
    private static final String TOPIC = "channel.v1";

    private final EventOutbox outbox;

    ChannelEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void created(Channel channel) {
        add(
                channel,
                ChannelCreated.getDescriptor().getFullName(),
                event(channel).setCreated(ChannelCreated.newBuilder().setChannel(ChannelMapper.message(channel))));
    }

    void updated(Channel channel) {
        add(
                channel,
                ChannelUpdated.getDescriptor().getFullName(),
                event(channel).setUpdated(ChannelUpdated.newBuilder().setChannel(ChannelMapper.message(channel))));
    }

    void deleted(Channel channel) {
        add(
                channel,
                ChannelDeleted.getDescriptor().getFullName(),
                about(channel, channel.revision() + 1).setDeleted(ChannelDeleted.getDefaultInstance()));
    }

    private static ChannelEvent.Builder event(Channel channel) {
        return about(channel, channel.revision())
                .setOwnerSubject(channel.owner().subject());
    }

    private static ChannelEvent.Builder about(Channel channel, long revision) {
        return ChannelEvent.newBuilder()
                .setInstanceId(channel.instance().value())
                .setChannelId(channel.id().value().toString())
                .setRevision(revision);
    }

    private void add(Channel channel, String type, ChannelEvent.Builder event) {
        outbox.add(new OutboxEvent(
                TOPIC, channel.id().value().toString(), type, event.build().toByteArray()));
    }
}
