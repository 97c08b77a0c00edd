package dev.vireo.kit.group;

import java.util.Map;

/**
 * How far a consumer group has come in a topic, in events that were ever sent: compaction may have removed some.
 *
 * @param begins of each partition: the first event that is there
 * @param taken by the group from each partition: the event it takes next
 * @param ends of each partition: the event that will be sent next
 */
public record GroupPosition(Map<Integer, Long> begins, Map<Integer, Long> taken, Map<Integer, Long> ends) {
    /** Copies all. */
    public GroupPosition {
        begins = Map.copyOf(begins);
        taken = Map.copyOf(taken);
        ends = Map.copyOf(ends);
    }

    /** Events taken, of those that were there. */
    public long done() {
        return taken.entrySet().stream()
                .mapToLong(partition -> partition.getValue() - begins.getOrDefault(partition.getKey(), 0L))
                .sum();
    }

    /** Events to take. */
    public long toDo() {
        return ends.entrySet().stream()
                .mapToLong(partition -> Math.max(0, partition.getValue() - at(partition.getKey())))
                .sum();
    }

    /** All that was before these places is taken. */
    public boolean hasReached(Map<Integer, Long> places) {
        return places.entrySet().stream().allMatch(place -> at(place.getKey()) >= place.getValue());
    }

    private long at(int partition) {
        return taken.getOrDefault(partition, 0L);
    }
}
