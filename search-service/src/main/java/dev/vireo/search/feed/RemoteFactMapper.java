package dev.vireo.search.feed;

import dev.vireo.contracts.origin.v1.Origin;
import dev.vireo.contracts.remote.v1.RemoteChannelChanged;
import dev.vireo.contracts.remote.v1.RemoteChannelEvent;
import dev.vireo.contracts.remote.v1.RemoteVideoChanged;
import dev.vireo.contracts.remote.v1.RemoteVideoEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.DocumentWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about something of another server changes in an index: one document, whichever instances show it. */
final class RemoteFactMapper {
    /** Of the tokens of no owner: nobody here may see more of it than others do. */
    private static final String NOBODY = "";

    private RemoteFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite video(byte[] value) {
        RemoteVideoEvent fact = Facts.parse("RemoteVideoEvent", RemoteVideoEvent.parser(), value);
        String id = UUID.fromString(fact.getVideoId()).toString();
        return switch (fact.getEventCase()) {
            case CHANGED -> {
                RemoteVideoChanged changed = fact.getChanged();
                requireHost(changed.getVideo().getOrigin());
                yield DocumentWrite.of(
                        instances(changed.getInstanceIdsList()),
                        id,
                        fact.getRevision(),
                        VideoDocumentMapper.document(changed.getVideo(), NOBODY));
            }
            case DELETED -> DocumentWrite.gone(List.of(), id, fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite channel(byte[] value) {
        RemoteChannelEvent fact = Facts.parse("RemoteChannelEvent", RemoteChannelEvent.parser(), value);
        String id = UUID.fromString(fact.getChannelId()).toString();
        return switch (fact.getEventCase()) {
            case CHANGED -> {
                RemoteChannelChanged changed = fact.getChanged();
                requireHost(changed.getChannel().getOrigin());
                yield DocumentWrite.of(
                        instances(changed.getInstanceIdsList()),
                        id,
                        fact.getRevision(),
                        ChannelDocumentMapper.document(changed.getChannel(), NOBODY));
            }
            case DELETED -> DocumentWrite.gone(List.of(), id, fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    /** Without one it would pass for the deployment's own. */
    private static void requireHost(Origin origin) {
        if (origin.getHost().isEmpty()) {
            throw new PoisonEventException("The fact does not say which server it is from");
        }
    }

    private static List<InstanceId> instances(List<String> ids) {
        return ids.stream().map(InstanceId::new).toList();
    }
}
