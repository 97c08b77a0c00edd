package dev.vireo.transcode.probe;

import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.FrameRates;
import dev.vireo.transcode.ladder.Original;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what ffprobe reported, and refuses what is over the limits. */
final class ProbeReport {

    private static final double MICROS = 1_000_000;
    private static final int QUARTER_TURN = 90;
    private static final int HALF_TURN = 180;
    private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");
    private static final Set<String> HIGH_DYNAMIC_RANGE = Set.of("smpte2084", "arib-std-b67");
    private static final Set<String> SQUARE = Set.of("1:1", "0:1", "N/A");
    private static final Set<String> CHANGES = Set.of("Display Matrix", "Frame Cropping");
    private static final Set<String> SINGLE_PICTURE = Set.of("png", "mjpeg", "bmp", "gif", "webp", "tiff");

    private final JsonNode root;
    private final SourceLimitProperties limits;

    ProbeReport(JsonNode root, SourceLimitProperties limits) {
        this.root = root;
        this.limits = limits;
    }

    ProbedSource source() {
        List<JsonNode> streams =
                StreamSupport.stream(root.path("streams").spliterator(), false).toList();
        if (streams.size() > limits.maxTracks()) {
            throw new SourceRefusedException(
                    "too_many_tracks", "The file has more than " + limits.maxTracks() + " tracks, which is the most.");
        }
        Optional<JsonNode> video = streams.stream()
                .filter(stream -> isVideo(stream) && !isCover(stream))
                .findFirst();
        Optional<JsonNode> audio = streams.stream().filter(ProbeReport::isAudio).findFirst();
        if (video.isEmpty() && audio.isEmpty()) {
            throw SourceRefusedException.notAVideo();
        }
        long duration = micros(root.path("format").path("duration"));
        requireLength(duration);
        @Nullable
        VideoTrack videoTrack =
                video.map(stream -> videoTrack(stream, duration)).orElse(null);
        @Nullable
        AudioTrack audioTrack =
                audio.map(stream -> audioTrack(stream, duration)).orElse(null);
        requireLength(videoTrack == null ? 0 : videoTrack.durationMicros());
        requireLength(audioTrack == null ? 0 : audioTrack.durationMicros());
        return new ProbedSource(
                root.path("format").path("format_name").asString(""),
                micros(root.path("format").path("start_time")),
                duration,
                videoTrack,
                audioTrack,
                streams.stream()
                        .filter(stream -> isVideo(stream) && isCover(stream))
                        .mapToInt(stream -> stream.path("index").asInt())
                        .findFirst()
                        .orElse(-1));
    }

    private void requireLength(long duration) {
        if (duration > limits.maxMicros()) {
            throw SourceRefusedException.tooLong(limits);
        }
    }

    private VideoTrack videoTrack(JsonNode stream, long fileDuration) {
        int width = stream.path("width").asInt();
        int height = stream.path("height").asInt();
        if (width < 1 || height < 1) {
            throw SourceRefusedException.notAVideo();
        }
        if ((long) width * height > limits.maxPixels()) {
            throw new SourceRefusedException(
                    "picture_too_large",
                    "The picture of " + width + " x " + height + " pixels is too large. The most is "
                            + limits.maxPixels() / 1_000_000 + " million pixels.");
        }
        double aspect = ratio(stream.path("sample_aspect_ratio").asString(""), ':');
        long squareWidth = Math.max(1, Math.round(width * (sane(aspect) ? aspect : 1)));
        boolean turned = turned(stream);
        FrameRate rate = FrameRates.normalised(
                ratio(stream.path("r_frame_rate").asString(""), '/'),
                ratio(stream.path("avg_frame_rate").asString(""), '/'),
                limits.maxFrameRate());
        return new VideoTrack(
                stream.path("index").asInt(),
                stream.path("codec_name").asString(""),
                (int) (turned ? height : squareWidth),
                (int) (turned ? squareWidth : height),
                rate,
                micros(stream.path("start_time")),
                duration(stream, fileDuration),
                INTERLACED.contains(stream.path("field_order").asString("")),
                HIGH_DYNAMIC_RANGE.contains(stream.path("color_transfer").asString("")),
                original(stream));
    }

    private Original original(JsonNode stream) {
        String aspect = stream.path("sample_aspect_ratio").asString("0:1");
        long bitrate = (long) number(stream.path("bit_rate").asString(""));
        return new Original(
                stream.path("codec_name").asString(""),
                stream.path("profile").asString(""),
                stream.path("pix_fmt").asString(""),
                stream.path("field_order").asString(""),
                SQUARE.contains(aspect) && !changedForDisplay(stream),
                stream.path("width").asInt(),
                stream.path("height").asInt(),
                bitrate > 0
                        ? bitrate
                        : (long) number(root.path("format").path("bit_rate").asString("")),
                ratio(stream.path("r_frame_rate").asString(""), '/'));
    }

    private static boolean changedForDisplay(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            if (CHANGES.contains(side.path("side_data_type").asString(""))) {
                return true;
            }
        }
        return false;
    }

    private static AudioTrack audioTrack(JsonNode stream, long fileDuration) {
        return new AudioTrack(
                stream.path("index").asInt(),
                stream.path("codec_name").asString(""),
                stream.path("channels").asInt(),
                micros(stream.path("start_time")),
                duration(stream, fileDuration));
    }

    /** The track's own length: of the stream, of its tags (Matroska), else of the file. */
    private static long duration(JsonNode stream, long fileDuration) {
        long own = micros(stream.path("duration"));
        if (own > 0) {
            return own;
        }
        long tagged = clock(stream.path("tags").path("DURATION").asString(""));
        return tagged > 0 ? tagged : fileDuration;
    }

    private static boolean isVideo(JsonNode stream) {
        return stream.path("codec_type").asString("").equals("video")
                && !stream.path("codec_name").asString("").isEmpty();
    }

    private static boolean isAudio(JsonNode stream) {
        return stream.path("codec_type").asString("").equals("audio")
                && stream.path("channels").asInt() > 0
                && !stream.path("codec_name").asString("").isEmpty();
    }

    private static boolean isCover(JsonNode stream) {
        JsonNode disposition = stream.path("disposition");
        return disposition.path("attached_pic").asInt() == 1
                || (disposition.path("still_image").asInt() == 1
                        && SINGLE_PICTURE.contains(stream.path("codec_name").asString("")));
    }

    private static boolean turned(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            long rotation = Math.round(side.path("rotation").asDouble(0));
            if (Math.floorMod(rotation, HALF_TURN) == QUARTER_TURN) {
                return true;
            }
        }
        return false;
    }

    private static boolean sane(double aspect) {
        return aspect > 0.1 && aspect < 10;
    }

    private static double ratio(String text, char separator) {
        int at = text.indexOf(separator);
        if (at < 1) {
            return 0;
        }
        double below = number(text.substring(at + 1));
        return below == 0 ? 0 : number(text.substring(0, at)) / below;
    }

    private static long micros(JsonNode seconds) {
        return Math.round(number(seconds.asString("")) * MICROS);
    }

    private static long clock(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            return 0;
        }
        return Math.round((number(parts[0]) * 3600 + number(parts[1]) * 60 + number(parts[2])) * MICROS);
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
