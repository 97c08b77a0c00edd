package dev.vireo.search.index;

import dev.vireo.kit.group.GroupPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an index is.
 *
 * @param kind of its documents
 * @param name of it
 * @param mapping number of its mapping
 * @param answers queries go to it
 * @param blocked it takes no writes, as when a disk is full
 * @param done events that it has taken
 * @param toDo events that it has not
 * @param current all facts of before are in it; null while that was never seen
 */
public record IndexState(
        Kind kind,
        String name,
        int mapping,
        boolean answers,
        boolean blocked,
        long done,
        long toDo,
        @Nullable Instant current) {

    static IndexState of(Kind kind, SearchIndex index, List<GroupPosition> positions, Optional<Instant> current) {
        return new IndexState(
                kind,
                index.name(),
                index.mapping().number(),
                index.answers(),
                index.blocked(),
                positions.stream().mapToLong(GroupPosition::done).sum(),
                positions.stream().mapToLong(GroupPosition::toDo).sum(),
                current.orElse(null));
    }
}
