package dev.vireo.seeder.tracker;

/** Why somebody gets no peers, in words for a person. Short, as they are sent by UDP, too. */
public enum Refusal {
    /** It is not seeded here. */
    UNKNOWN("unknown info-hash"),
    /** An operator denied it. */
    DENIED("info-hash denied"),
    /** One address asks too often. */
    TOO_OFTEN("too many requests"),
    /** It is where nobody could reach it. */
    PRIVATE_ADDRESS("address not public"),
    /** It listens nowhere. */
    NO_PORT("invalid port"),
    /** It is in as many swarms as it may be. */
    TOO_MANY_SWARMS("too many swarms"),
    /** Nothing can be said now. */
    BUSY("busy, come back later"),
    /** It cannot be understood. */
    MALFORMED("malformed request");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** What the peer is told. */
    public String words() {
        return words;
    }
}
