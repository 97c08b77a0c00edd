package dev.vireo.upload.channel;

import dev.vireo.kit.error.PlatformException;

/**
 * The part of a list that is asked for.
 *
 * @param start how many to leave out, 0 to 10,000
 * @param count how many at most, 1 to 100
 */
public record Window(int start, int count) {
    private static final int MOST_START = 10_000;
    private static final int MOST_COUNT = 100;
    private static final int USUAL_COUNT = 15;

    public Window {
        if (start < 0 || start > MOST_START) {
            throw PlatformException.invalid("start", "must be 0 to 10,000.");
        }
        if (count < 0 || count > MOST_COUNT) {
            throw PlatformException.invalid("count", "must be 0 to 100.");
        }
        count = count == 0 ? USUAL_COUNT : count;
    }
}
