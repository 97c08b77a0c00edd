package dev.vireo.search.suggest;

/**
 * Something to search for.
 *
 * @param kind what it is
 * @param text what a person reads
 * @param id of the video or the channel; empty for a tag
 * @param handle of the channel; empty for the others
 */
record Suggestion(Kind kind, String text, String id, String handle) {

    /** What can be suggested. */
    enum Kind {
        VIDEO,
        CHANNEL,
        TAG
    }
}
