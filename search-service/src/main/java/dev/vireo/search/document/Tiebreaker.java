package dev.vireo.search.document;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Orders what is equal otherwise: a number instead of the id itself, as sorting by text costs more than everything else
 * in a list of many equals.
 */
public final class Tiebreaker {
    /** Its field. */
    public static final String FIELD = "tiebreaker";

    private Tiebreaker() {}

    /** The number of a document, another one for each id but by a chance of 1 in 2^64. */
    public static long of(String id) {
        UUID digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return digest.getMostSignificantBits() ^ digest.getLeastSignificantBits();
    }
}
