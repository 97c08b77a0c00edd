package dev.vireo.search.feed;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.DocumentWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about a channel changes in an index. */
final class ChannelFactMapper {
    private ChannelFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        ChannelEvent fact = Facts.parse("ChannelEvent", ChannelEvent.parser(), value);
        return switch (fact.getEventCase()) {
            case CREATED -> write(fact, fact.getCreated().getChannel());
            case UPDATED -> write(fact, fact.getUpdated().getChannel());
            case DELETED -> DocumentWrite.gone(List.of(instance(fact)), id(fact), fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    private static DocumentWrite write(ChannelEvent fact, Channel channel) {
        return DocumentWrite.of(
                List.of(instance(fact)),
                id(fact),
                fact.getRevision(),
                ChannelDocumentMapper.document(channel, fact.getOwnerSubject()));
    }

    private static InstanceId instance(ChannelEvent fact) {
        return new InstanceId(fact.getInstanceId());
    }

    private static String id(ChannelEvent fact) {
        return UUID.fromString(fact.getChannelId()).toString();
    }
}
