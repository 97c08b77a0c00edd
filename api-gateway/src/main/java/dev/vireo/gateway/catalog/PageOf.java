package dev.vireo.gateway.catalog;

import java.util.List;

/**
 * A page of a longer list.
 *
 * @param total how many there are in all
 * @param items this page
 */
public record PageOf<T>(long total, List<T> items) {
    public PageOf {
        items = List.copyOf(items);
    }

    /**
     * Which part of a list is asked for.
     *
     * @param start how many to leave out
     * @param count how many at most; 0 asks for the total alone
     */
    public record Window(int start, int count) {}
}
