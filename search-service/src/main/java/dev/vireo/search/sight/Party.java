package dev.vireo.search.sight;

/** An account or a channel, by name, by UUID or both; an empty text lets everything pass. */
public record Party(String name, String id) {
    /** Whichever. */
    public static final Party ANY = new Party("", "");
}
