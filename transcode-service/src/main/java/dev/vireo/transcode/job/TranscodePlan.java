package dev.vireo.transcode.job;

import dev.vireo.transcode.probe.ProbedSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a source; decided once for each version, so that all workers agree.
 *
 * @param video null for a source without moving pictures
 * @param audioOriginMicros time in the source that is time 0 of the output's audio
 * @param audioSegmentMicros length of an audio segment
 */
public record TranscodePlan(
        ProbedSource source,
        @Nullable VideoPlan video,
        long durationMicros,
        long audioOriginMicros,
        long audioSegmentMicros) {

    /** Name of the demuxed audio among the renditions. */
    public static final String AUDIO = "audio";

    private static final double AUDIO_WEIGHT = 20_000;

    /** All renditions, highest first, audio last. */
    public List<String> renditionNames() {
        Stream<String> pictures =
                video == null ? Stream.of() : video.renditions().stream().map(rendition -> rendition.name());
        return Stream.concat(pictures, hasAudio() ? Stream.of(AUDIO) : Stream.of())
                .toList();
    }

    public boolean hasAudio() {
        return source.audio() != null;
    }

    /** Width divided by height as displayed; 0 without pictures. */
    public double aspectRatio() {
        return source.video() == null
                ? 0
                : (double) source.video().width() / source.video().height();
    }

    /** How many segments a rendition will have, as far as the source's own length can be trusted. */
    int segments(String rendition) {
        if (video != null && !rendition.equals(AUDIO)) {
            return video.segments();
        }
        return (int) Math.max(1, (durationMicros + audioSegmentMicros - 1) / audioSegmentMicros);
    }

    /** The top rendition is a copy of the source's pictures. */
    boolean copied() {
        return video != null && video.copied();
    }

    /** How a rendition is, or was to be, copied from the source; null when it is only encoded. */
    @Nullable
    SourceCopy copy(String rendition) {
        return video != null && video.top().name().equals(rendition) ? video.copy() : null;
    }

    TranscodePlan withoutCopy() {
        return new TranscodePlan(
                source,
                video == null ? null : video.withoutCopy(),
                durationMicros,
                audioOriginMicros,
                audioSegmentMicros);
    }

    /** The renditions of which one's first segment makes the video playable. */
    List<String> leadNames() {
        if (video == null) {
            return List.of(AUDIO);
        }
        return video.copied() ? List.of(video.top().name(), video.lead()) : List.of(video.lead());
    }

    /** Share of a rendition's segment in the whole work. */
    double weight(String rendition) {
        if (video == null || rendition.equals(AUDIO)) {
            return AUDIO_WEIGHT;
        }
        return video.renditions().stream()
                .filter(candidate -> candidate.name().equals(rendition))
                .mapToDouble(candidate -> video.copied(candidate) ? AUDIO_WEIGHT : candidate.pixels())
                .findFirst()
                .orElse(AUDIO_WEIGHT);
    }
}
