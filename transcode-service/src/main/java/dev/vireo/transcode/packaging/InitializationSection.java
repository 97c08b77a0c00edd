package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What the first bytes of a rendition say of it: its clock and its codec.
 *
 * @param timescale ticks per second of the track
 * @param codecs the RFC 6381 string, for example {@code avc1.64001f}
 */
public record InitializationSection(long timescale, String codecs) {

    private static final int MDHD_V0_TIMESCALE = 12;
    private static final int MDHD_V1_TIMESCALE = 20;
    private static final int STSD_HEADER = 8;
    private static final int VISUAL_ENTRY = 78;
    private static final int PROFILE_LENGTH = 3;
    private static final String AAC_LC = "mp4a.40.2";

    /** Reads an initialization section with one track. */
    public static InitializationSection parse(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        Box media = Box.path(data, 0, bytes.length, "moov", "trak", "mdia")
                .orElseThrow(() -> new MalformedMediaException("No track in the initialization section"));
        return new InitializationSection(timescale(data, media), codecs(data, media));
    }

    private static long timescale(ByteBuffer data, Box media) {
        Box header = Box.find(data, media.content(), media.end(), "mdhd")
                .orElseThrow(() -> new MalformedMediaException("No media header"));
        int offset = data.get(header.content()) == 1 ? MDHD_V1_TIMESCALE : MDHD_V0_TIMESCALE;
        return Integer.toUnsignedLong(data.getInt(header.content() + offset));
    }

    /** Where the decoder's settings lie, when the track is H.264. */
    static Optional<Box> avcConfiguration(ByteBuffer data) {
        return Box.path(data, 0, data.capacity(), "moov", "trak", "mdia")
                .map(media -> sampleEntry(data, media))
                .filter(entry -> entry.type().startsWith("avc"))
                .flatMap(entry -> Box.find(data, entry.content() + VISUAL_ENTRY, entry.end(), "avcC"));
    }

    private static Box sampleEntry(ByteBuffer data, Box media) {
        Box descriptions = Box.path(data, media.content(), media.end(), "minf", "stbl", "stsd")
                .orElseThrow(() -> new MalformedMediaException("No sample description"));
        return Box.in(data, descriptions.content() + STSD_HEADER, descriptions.end()).stream()
                .findFirst()
                .orElseThrow(() -> new MalformedMediaException("No sample entry"));
    }

    private static String codecs(ByteBuffer data, Box media) {
        Box entry = sampleEntry(data, media);
        if (!entry.type().startsWith("avc")) {
            return entry.type().equals("mp4a") ? AAC_LC : entry.type();
        }
        Box configuration =
                avcConfiguration(data).orElseThrow(() -> new MalformedMediaException("No AVC configuration"));
        byte[] profile = new byte[PROFILE_LENGTH];
        data.get(configuration.content() + 1, profile);
        return entry.type() + "." + HexFormat.of().formatHex(profile).toLowerCase(Locale.ROOT);
    }
}
