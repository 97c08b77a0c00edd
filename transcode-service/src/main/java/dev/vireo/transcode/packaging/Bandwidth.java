package dev.vireo.transcode.packaging;

import java.util.List;

/** Bits per second of a finished rendition as RFC 8216 defines them. */
public record Bandwidth(long peak, long average) {

    private static final long BITS = 8;
    private static final long MICROS = 1_000_000;

    /** Peak = the largest bit rate of any one segment; average = all bytes over the whole length. */
    public static Bandwidth of(List<PlaylistSegment> segments) {
        long peak = segments.stream()
                .mapToLong(segment -> rate(segment.size(), segment.micros()))
                .max()
                .orElse(0);
        long size = segments.stream().mapToLong(PlaylistSegment::size).sum();
        long micros = segments.stream().mapToLong(PlaylistSegment::micros).sum();
        return new Bandwidth(peak, rate(size, micros));
    }

    private static long rate(long size, long micros) {
        return micros == 0 ? 0 : size * BITS * MICROS / micros;
    }
}
