package dev.vireo.search.suggest;

/**
 * Something to search for.
 *
 * @param kind what it is
 * @param text what a person reads
 * @param id of the video; empty for a tag
 */
record Suggestion(Kind kind, String text, String id) {

    /** What can be suggested. */
    enum Kind {
        VIDEO,
        TAG
    }
}
