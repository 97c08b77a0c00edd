package dev.vireo.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Range field (RFC 9110, 14.1 and 14.2) against the length of what it asks for. */
public sealed interface ByteRanges {
    /** Most ranges that one request may ask for; more is answered as a whole, as RFC 9110 14.2 allows. */
    int MOST_RANGES = 16;

    /** Send everything: no Range field, one of another unit, a malformed or an abusive one. */
    record Whole() implements ByteRanges {}

    /** Send these parts, in this order; never empty. */
    record Parts(List<ByteRange> ranges) implements ByteRanges {
        public Parts {
            ranges = List.copyOf(ranges);
        }
    }

    /** None of the parts exists: 416 with {@code Content-Range: bytes} and the length. */
    record Unsatisfiable() implements ByteRanges {}

    /** Resolves {@code header}, which may be null or anything a client can send. */
    static ByteRanges resolve(@org.jspecify.annotations.Nullable String header, long length) {
        if (header == null || !header.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        String[] specs = header.substring(6).split(",", MOST_RANGES + 1);
        if (specs.length > MOST_RANGES) {
            return new Whole();
        }
        List<ByteRange> ranges = new ArrayList<>();
        for (String spec : specs) {
            Matcher form = Spec.FORM.matcher(spec.trim());
            if (!form.matches()) {
                return new Whole();
            }
            one(form.group(1), form.group(2), length).ifPresent(ranges::add);
        }
        if (ranges.isEmpty()) {
            return new Unsatisfiable();
        }
        return overlapping(ranges) ? new Whole() : new Parts(ranges);
    }

    private static Optional<ByteRange> one(String first, String last, long length) {
        if (first.isEmpty()) {
            long suffix = Math.min(number(last), length);
            return suffix == 0 ? Optional.empty() : Optional.of(new ByteRange(length - suffix, suffix));
        }
        long from = number(first);
        long to = last.isEmpty() ? length - 1 : Math.min(number(last), length - 1);
        return from >= length || to < from ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1));
    }

    /** A number too large for a long lies behind every end. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static boolean overlapping(List<ByteRange> ranges) {
        List<ByteRange> sorted = new ArrayList<>(ranges);
        sorted.sort(java.util.Comparator.comparingLong(ByteRange::offset));
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).offset() <= sorted.get(at - 1).last()) {
                return true;
            }
        }
        return false;
    }

    /** The form of one range: both ends, or one of them; a reversed pair is malformed by the RFC and unsatisfiable here. */
    final class Spec {
        private static final Pattern FORM = Pattern.compile("(?=\\d*-\\d*$)(?!-$)(\\d*)-(\\d*)");

        private Spec() {}
    }
}
