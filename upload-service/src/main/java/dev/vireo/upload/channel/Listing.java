package dev.vireo.upload.channel;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 * @param items the part that was asked for
 */
public record Listing<T>(long total, List<T> items) {
    public Listing {
        items = List.copyOf(items);
    }
}
