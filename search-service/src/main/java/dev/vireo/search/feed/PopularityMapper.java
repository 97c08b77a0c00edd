package dev.vireo.search.feed;

import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.Counts;
import dev.vireo.search.document.PopularityWrite;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about popularity changes in an index. */
final class PopularityMapper {
    private PopularityMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable PopularityWrite write(byte[] value) {
        PopularityEvent fact = Facts.parse("PopularityEvent", PopularityEvent.parser(), value);
        return fact.hasChanged() ? write(fact, fact.getChanged()) : null;
    }

    private static PopularityWrite write(PopularityEvent fact, PopularityChanged changed) {
        return new PopularityWrite(
                new InstanceId(fact.getInstanceId()),
                UUID.fromString(fact.getVideoId()).toString(),
                new Counts(
                        fact.getRevision(),
                        changed.getViews(),
                        changed.getViewsLastDay(),
                        changed.getViewsLastWeek(),
                        changed.getTrending()));
    }
}
