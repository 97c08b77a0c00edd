package dev.vireo.search.feed;

import dev.vireo.contracts.companion.v1.CompanionEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.Companions;
import dev.vireo.search.document.CompanionsWrite;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about companions changes in an index. */
final class CompanionMapper {
    private CompanionMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable CompanionsWrite write(byte[] value) {
        CompanionEvent fact = Facts.parse("CompanionEvent", CompanionEvent.parser(), value);
        return fact.hasChanged()
                ? new CompanionsWrite(
                        new InstanceId(fact.getInstanceId()),
                        UUID.fromString(fact.getVideoId()).toString(),
                        new Companions(fact.getRevision(), fact.getChanged().getVideoIdsList()))
                : null;
    }
}
