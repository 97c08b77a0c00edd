package dev.vireo.search.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.ChannelDocument;
import dev.vireo.search.document.DocumentWrite;
import dev.vireo.search.document.VideoDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about a channel changes in an index. */
final class ChannelFactMapper {
    private ChannelFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        ChannelEvent fact;
        try {
            fact = ChannelEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new PoisonEventException("Not a ChannelEvent", malformed);
        }
        return switch (fact.getEventCase()) {
            case CREATED -> write(fact, fact.getCreated().getChannel());
            case UPDATED -> write(fact, fact.getUpdated().getChannel());
            case DELETED -> DocumentWrite.gone(instance(fact), id(fact), fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    private static DocumentWrite write(ChannelEvent fact, Channel channel) {
        return DocumentWrite.of(
                instance(fact),
                id(fact),
                fact.getRevision(),
                new ChannelDocument(
                        channel.getName(),
                        channel.getDisplayName(),
                        channel.getDescription(),
                        owner(fact, channel.getOwner()),
                        millis(channel.getCreatedAt()),
                        millis(channel.getUpdatedAt()),
                        channel.toByteArray()));
    }

    private static ChannelDocument.Owner owner(ChannelEvent fact, Account owner) {
        return new ChannelDocument.Owner(
                new VideoDocument.Party(owner.getId(), owner.getName(), owner.getDisplayName()),
                fact.getOwnerSubject(),
                millis(owner.getCreatedAt()));
    }

    private static InstanceId instance(ChannelEvent fact) {
        return new InstanceId(fact.getInstanceId());
    }

    private static String id(ChannelEvent fact) {
        return UUID.fromString(fact.getChannelId()).toString();
    }

    private static long millis(Timestamp time) {
        return time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
    }
}
