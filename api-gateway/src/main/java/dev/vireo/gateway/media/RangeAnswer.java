package dev.vireo.gateway.media;

import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.http.ByteRanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a GET with conditions and ranges is answered (RFC 9110, 13.1, 13.2 and 14.2), decided without any input or output. */
sealed interface RangeAnswer {
    /** 304. */
    record NotModified() implements RangeAnswer {}

    /** 200 with everything. */
    record Whole(long length) implements RangeAnswer {}

    /** 206 with one part. */
    record Single(ByteRange range, long total) implements RangeAnswer {}

    /** 206 with several parts as multipart/byteranges. */
    record Several(List<ByteRange> ranges, long total) implements RangeAnswer {
        public Several {
            ranges = List.copyOf(ranges);
        }
    }

    /** 416. */
    record Unsatisfiable(long total) implements RangeAnswer {}

    /**
     * The request's fields that matter, as they came.
     *
     * @param range Range
     * @param ifRange If-Range
     * @param ifNoneMatch If-None-Match
     */
    record Conditions(
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch) {}

    /** Decides for an object of that strong entity tag (with quotes) and size. */
    static RangeAnswer decide(Conditions asked, String etag, long size) {
        if (asked.ifNoneMatch() != null && matches(asked.ifNoneMatch(), etag)) {
            return new NotModified();
        }
        if (asked.range() == null
                || (asked.ifRange() != null && !asked.ifRange().trim().equals(etag))) {
            return new Whole(size);
        }
        return switch (ByteRanges.resolve(asked.range(), size)) {
            case ByteRanges.Whole whole -> new Whole(size);
            case ByteRanges.Unsatisfiable none -> new Unsatisfiable(size);
            case ByteRanges.Parts parts ->
                parts.ranges().size() == 1
                        ? new Single(parts.ranges().getFirst(), size)
                        : new Several(parts.ranges(), size);
        };
    }

    /** If-None-Match compares weakly: {@code W/} is of no account. */
    private static boolean matches(String field, String etag) {
        if ("*".equals(field.trim())) {
            return true;
        }
        for (String candidate : field.split(",", -1)) {
            String tag = candidate.trim();
            if ((tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
