package dev.vireo.search.index;

import dev.vireo.kit.group.GroupPosition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up to when an index is known to hold all that the bus had told, from looks at where its group stands. */
final class Freshness {
    private @Nullable GroupPosition last;
    private Map<Integer, Long> awaited = Map.of();
    private @Nullable Instant awaitedSince;
    private @Nullable Instant current;

    /** What was the end at an earlier look is what the group must reach: the end itself may never stand still. */
    synchronized void look(Instant now, GroupPosition position) {
        last = position;
        if (position.toDo() == 0) {
            current = now;
            awaitedSince = null;
        } else if (awaitedSince == null || position.hasReached(awaited)) {
            if (awaitedSince != null) {
                current = awaitedSince;
            }
            awaited = position.ends();
            awaitedSince = now;
        }
    }

    /** All facts of before are in it; empty while that was never seen. */
    synchronized Optional<Instant> current() {
        return Optional.ofNullable(current);
    }

    /** As it was at the last look. */
    synchronized Optional<GroupPosition> position() {
        return Optional.ofNullable(last);
    }
}
