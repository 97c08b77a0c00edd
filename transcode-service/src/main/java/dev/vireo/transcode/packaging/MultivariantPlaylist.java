package dev.vireo.transcode.packaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The multivariant playlist (RFC 8216). Order and attributes never change for the same renditions: identities of
 * peer-to-peer swarms depend on them.
 */
public final class MultivariantPlaylist {

    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    private static final String GROUP = "audio";

    private MultivariantPlaylist() {}

    /** The playlist of these variant streams, and of the audio that all of them share. */
    public static String of(List<VariantStream> variants, @Nullable AudioRendition audio) {
        StringBuilder text = new StringBuilder(HEAD);
        if (audio != null && variants.isEmpty()) {
            return audioOnly(text, audio);
        }
        if (audio != null) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + GROUP + "\",NAME=\"Audio\",DEFAULT=YES,AUTOSELECT=YES,")
                    .append("CHANNELS=\"")
                    .append(audio.channels())
                    .append("\",URI=\"")
                    .append(audio.uri())
                    .append("\"\n");
        }
        variants.forEach(variant -> variant(text, variant, audio));
        return text.toString();
    }

    private static void variant(StringBuilder text, VariantStream variant, @Nullable AudioRendition audio) {
        bandwidth(
                text,
                variant.bandwidth() + (audio == null ? 0 : audio.bandwidth()),
                average(variant.averageBandwidth(), audio));
        text.append(",RESOLUTION=")
                .append(variant.width())
                .append('x')
                .append(variant.height())
                .append(",FRAME-RATE=")
                .append(variant.frameRate())
                .append(",CODECS=\"")
                .append(variant.codecs());
        if (audio != null) {
            text.append(',').append(audio.codecs()).append("\",AUDIO=\"" + GROUP);
        }
        text.append("\"\n").append(variant.uri()).append('\n');
    }

    private static String audioOnly(StringBuilder text, AudioRendition audio) {
        bandwidth(text, audio.bandwidth(), audio.averageBandwidth());
        return text.append(",CODECS=\"")
                .append(audio.codecs())
                .append("\"\n")
                .append(audio.uri())
                .append('\n')
                .toString();
    }

    private static void bandwidth(StringBuilder text, long peak, long average) {
        text.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(peak);
        if (average > 0) {
            text.append(",AVERAGE-BANDWIDTH=").append(average);
        }
    }

    private static long average(long video, @Nullable AudioRendition audio) {
        if (video == 0 || audio == null) {
            return video;
        }
        return video + audio.averageBandwidth();
    }
}
