package dev.vireo.gateway.media;

import dev.vireo.kit.http.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame of a multipart/byteranges body (RFC 9110, 14.6): what stands before each part and at the end. */
final class MultipartRanges {
    private final String boundary;
    private final String type;
    private final long total;

    /** The boundary must not occur in the body: an object's entity tag and a random number will not. */
    MultipartRanges(String boundary, String type, long total) {
        this.boundary = boundary;
        this.type = type;
        this.total = total;
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    byte[] head(ByteRange range) {
        return ("\r\n--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: " + range.contentRange(total)
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] end() {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Length of the whole body. */
    long length(List<ByteRange> ranges) {
        long length = end().length;
        for (ByteRange range : ranges) {
            length += head(range).length + range.length();
        }
        return length;
    }
}
