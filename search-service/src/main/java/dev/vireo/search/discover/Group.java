package dev.vireo.search.discover;

import dev.vireo.search.query.ElasticsearchVideos.Shown;
import java.util.List;

/**
 * Videos that have something in common.
 *
 * @param kind what
 * @param key as the index has it
 */
record Group(Kind kind, String key, List<Shown> videos) {
    Group {
        videos = List.copyOf(videos);
    }

    /** What videos can have in common. */
    enum Kind {
        CATEGORY("category"),
        TAG("tags"),
        CHANNEL("channel.id");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
