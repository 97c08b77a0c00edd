package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.http.ByteRanges;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of bytes whose number is known: all of them, or one range (RFC 9110, 14); of several ranges the first. */
final class Ranges {

    private static final int PARTIAL = 206;

    private Ranges() {}

    /** Makes a body of some of the bytes. */
    @FunctionalInterface
    interface Part {
        Answer.Body of(long from, long length);
    }

    static Answer answer(ContentRequest request, Map<String, String> headers, long size, Part part) {
        headers.put("Accept-Ranges", "bytes");
        ByteRanges wanted = ByteRanges.resolve(wanted(request, headers), size);
        if (wanted instanceof ByteRanges.Unsatisfiable) {
            throw new PlatformException(
                    IpfsErrorCode.RANGE_NOT_SATISFIABLE, "The content has " + size + " bytes, none of that range.");
        }
        if (wanted instanceof ByteRanges.Parts parts) {
            ByteRange range = parts.ranges().getFirst();
            headers.put("Content-Range", range.contentRange(size));
            return new Answer(PARTIAL, headers, range.length(), part.of(range.offset(), range.length()));
        }
        return Answer.ok(headers, size, part.of(0, size));
    }

    /** A range of something else is not wanted (RFC 9110, 13.1.5). */
    private static @Nullable String wanted(ContentRequest request, Map<String, String> headers) {
        String condition = request.header().apply("If-Range");
        boolean same = condition == null || condition.equals(headers.get("Etag"));
        return same ? request.header().apply("Range") : null;
    }
}
