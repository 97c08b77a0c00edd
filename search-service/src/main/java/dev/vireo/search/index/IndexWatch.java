package dev.vireo.search.index;

import dev.vireo.kit.group.EventGroups;
import dev.vireo.kit.group.GroupPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Knows how far the indexes of a kind are filled from a topic, whoever fills them. */
final class IndexWatch {
    /** A new index is never further behind when it begins to answer. */
    private static final Duration ALMOST = Duration.ofSeconds(5);

    private final String topic;
    private final EventGroups groups;
    private final InstantSource clock;
    private final Map<String, Freshness> seen = new ConcurrentHashMap<>();

    IndexWatch(String topic, EventGroups groups, InstantSource clock) {
        this.topic = topic;
        this.groups = groups;
        this.clock = clock;
    }

    /** The newest last: what an older one has taken meanwhile must not look like more than it had. */
    void look(List<SearchIndex> newestFirst) {
        seen.keySet().retainAll(newestFirst.stream().map(this::group).collect(Collectors.toSet()));
        for (SearchIndex index : newestFirst.reversed()) {
            Instant now = clock.instant();
            GroupPosition position = groups.position(topic, group(index));
            seen.computeIfAbsent(group(index), unseen -> new Freshness()).look(now, position);
        }
    }

    /** All facts of before are in it. */
    Optional<Instant> current(SearchIndex index) {
        return Optional.ofNullable(seen.get(group(index))).flatMap(Freshness::current);
    }

    /** As it was at the last look. */
    Optional<GroupPosition> position(SearchIndex index) {
        return Optional.ofNullable(seen.get(group(index))).flatMap(Freshness::position);
    }

    /** Holds all but what was told just now, and nothing that the one before it has is missing. */
    boolean isFilled(SearchIndex index, Optional<SearchIndex> before) {
        boolean almost = current(index)
                .filter(at -> at.isAfter(clock.instant().minus(ALMOST)))
                .isPresent();
        return almost
                && before.flatMap(this::position)
                        .map(reached -> position(index).orElseThrow().hasReached(reached.taken()))
                        .orElse(true);
    }

    private String group(SearchIndex index) {
        return index.group(topic);
    }
}
