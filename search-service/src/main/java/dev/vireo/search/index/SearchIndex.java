package dev.vireo.search.index;

/**
 * An index of the cluster.
 *
 * @param kind of its documents
 * @param name of it
 * @param uuid the cluster gives each index another one: a lost index that was made again is not the same
 * @param generation the highest one is the newest
 * @param mapping of its documents
 * @param answers queries go to it
 * @param blocked it takes no writes, as when a disk is full
 */
public record SearchIndex(
        Kind kind, String name, String uuid, int generation, Mapping mapping, boolean answers, boolean blocked) {

    /** The only name that it is written by: a write to a lost index fails, rather than make one without a mapping. */
    String writeAlias() {
        return writeAlias(name);
    }

    /** The consumer group that fills it, from the oldest event on. */
    public String group() {
        return "search." + name + "." + uuid;
    }

    /** The consumer group that brings it the facts of that topic. */
    public String group(String topic) {
        if (topic.equals(kind.topic())) {
            return group();
        }
        return group()
                + switch (topic) {
                    case Kind.POPULARITY_TOPIC -> ".popularity";
                    case Kind.COMPANION_TOPIC -> ".companions";
                    case Kind.COMMENT_COUNT_TOPIC -> ".comments";
                    case Kind.REMOTE_VIDEO_TOPIC, Kind.REMOTE_CHANNEL_TOPIC -> ".remote";
                    case Kind.VIDEO_TOPIC -> ".sight";
                    default -> throw new IllegalArgumentException(kind + " has nothing of " + topic);
                };
    }

    static String writeAlias(String name) {
        return name + "-write";
    }
}
