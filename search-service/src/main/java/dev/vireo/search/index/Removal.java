package dev.vireo.search.index;

import dev.vireo.kit.group.EventGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes indexes that were answered from before, when they were of no use for long enough. */
final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final List<String> topics;
    private final ElasticsearchIndices indices;
    private final EventGroups groups;
    private final Duration keep;
    private final Map<String, Instant> useless = new HashMap<>();

    Removal(Kind kind, ElasticsearchIndices indices, EventGroups groups, Duration keep) {
        this.topics =
                Stream.concat(kind.facts().stream(), kind.besides().stream()).toList();
        this.indices = indices;
        this.groups = groups;
        this.keep = keep;
    }

    void of(Generations found, Instant now) {
        useless.keySet()
                .retainAll(found.superseded().stream().map(SearchIndex::group).collect(Collectors.toSet()));
        for (SearchIndex index : found.superseded()) {
            Instant since = useless.computeIfAbsent(index.group(), unseen -> now);
            if (!since.plus(keep).isAfter(now)) {
                indices.remove(index);
                topics.forEach(topic -> groups.forget(index.group(topic)));
                LOG.info("Index {} is removed", index.name());
            }
        }
    }
}
