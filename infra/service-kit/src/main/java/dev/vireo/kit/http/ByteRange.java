package dev.vireo.kit.http;

/**
 * A part of something, resolved against its length.
 *
 * @param offset first byte, 0 or more
 * @param length number of bytes, 1 or more
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("Not a byte range: " + offset + "+" + length);
        }
    }

    /** The last byte, included. */
    public long last() {
        return offset + length - 1;
    }

    /** The value of a Content-Range field (RFC 9110, 14.4) for something {@code total} bytes long. */
    public String contentRange(long total) {
        return "bytes " + offset + "-" + last() + "/" + total;
    }
}
