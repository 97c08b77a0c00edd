package dev.vireo.transcode.packaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Media playlists of one rendition (RFC 8216): growing ones of single objects, final ones of byte ranges in one file. */
public final class MediaPlaylist {

    private static final int VERSION = 7;
    private static final double MICROS = 1_000_000;
    private static final int USUAL_TARGET = 4;

    private MediaPlaylist() {}

    /**
     * The playlist of a finished rendition: one file whose first {@code initSize} bytes are the initialization section.
     */
    public static String vod(String file, long initSize, List<PlaylistSegment> segments) {
        StringBuilder text = head("VOD", segments, 0);
        text.append("#EXT-X-MAP:URI=\"")
                .append(file)
                .append("\",BYTERANGE=\"")
                .append(initSize)
                .append("@0\"\n");
        long offset = initSize;
        for (PlaylistSegment segment : segments) {
            length(text, segment);
            text.append("#EXT-X-BYTERANGE:")
                    .append(segment.size())
                    .append('@')
                    .append(offset)
                    .append('\n')
                    .append(file)
                    .append('\n');
            offset += segment.size();
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /**
     * The playlist of a rendition in work; it may only grow, and says when it is complete.
     *
     * @param longestMicros what no segment exceeds; 0 when all have the usual length
     */
    public static String event(String initUri, List<PlaylistSegment> segments, long longestMicros, boolean ended) {
        StringBuilder text = head("EVENT", segments, longestMicros);
        text.append("#EXT-X-MAP:URI=\"").append(initUri).append("\"\n");
        for (PlaylistSegment segment : segments) {
            length(text, segment);
            text.append(segment.uri()).append('\n');
        }
        return ended ? text.append("#EXT-X-ENDLIST\n").toString() : text.toString();
    }

    private static StringBuilder head(String type, List<PlaylistSegment> segments, long longestMicros) {
        long target = LongStream.concat(
                        LongStream.of(longestMicros), segments.stream().mapToLong(PlaylistSegment::micros))
                .map(micros -> Math.round(micros / MICROS))
                .max()
                .orElse(USUAL_TARGET);
        return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:")
                .append(VERSION)
                .append("\n#EXT-X-TARGETDURATION:")
                .append(Math.max(USUAL_TARGET, target))
                .append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:")
                .append(type)
                .append("\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    }

    private static void length(StringBuilder text, PlaylistSegment segment) {
        text.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", segment.micros() / MICROS));
    }
}
