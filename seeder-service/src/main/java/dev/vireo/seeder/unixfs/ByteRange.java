package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a file, as {@code entity-bytes} of a trustless gateway names them (specs.ipfs.tech/http-gateways/trustless-gateway).
 *
 * @param from the first; below zero counted from the end
 * @param to the last; below zero counted from the end, {@link #END} for the end itself
 */
public record ByteRange(long from, long to) {

    /** The last byte of whatever length. */
    public static final long END = Long.MAX_VALUE;
    /** The whole file. */
    public static final ByteRange WHOLE = new ByteRange(0, END);

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18}):(\\*|-?[0-9]{1,18})");

    /** Reads {@code from:to}, of which the latter may be {@code *}. */
    public static ByteRange parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new MalformedIpfsException("A range of bytes is FROM:TO, as 0:1023, 0:* or -1024:*");
        }
        ByteRange range = new ByteRange(
                Long.parseLong(found.group(1)), "*".equals(found.group(2)) ? END : Long.parseLong(found.group(2)));
        if (range.from >= 0 == range.to >= 0 && range.from > range.to) {
            throw new MalformedIpfsException("A range of bytes begins behind its end");
        }
        return range;
    }

    /** The same of a file of that size, both counted from its beginning; what is outside is cut off. */
    ByteRange of(long size) {
        long first = from < 0 ? Math.max(0, size + from) : from;
        long last = to < 0 ? size + to : Math.min(to, size - 1);
        return new ByteRange(first, last);
    }

    /** Whether any of these bytes are in it; nothing below zero is left in either. */
    boolean meets(long offset, long length) {
        return offset <= to && offset + length > from;
    }
}
