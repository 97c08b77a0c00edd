package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.StoredRendition;
import dev.vireo.transcode.job.StoredSegment;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.job.VideoVersion;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.probe.SourceRefusedException;
import dev.vireo.transcode.probe.VideoTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was encoded of a version, in order: renditions highest first, then audio. */
record Encoded(List<Part> parts) {

    private static final double TRUNCATED = 0.9;
    private static final long TOLERATED_MICROS = 4_000_000;

    /** One rendition with its segments; audio has no picture. */
    record Part(StoredRendition rendition, Optional<Rendition> picture, List<StoredSegment> segments) {

        long micros() {
            return segments.stream().mapToLong(StoredSegment::micros).sum();
        }

        long frames() {
            return segments.stream().mapToLong(StoredSegment::frames).sum();
        }
    }

    static Encoded read(TaskBoard board, VideoVersion video, TranscodePlan plan) {
        List<Part> parts = new ArrayList<>();
        VideoPlan pictures = plan.video();
        if (pictures != null) {
            for (Rendition rendition : pictures.renditions()) {
                add(parts, board, video, rendition.name(), Optional.of(rendition));
            }
        }
        if (plan.hasAudio()) {
            add(parts, board, video, TranscodePlan.AUDIO, Optional.empty());
        }
        return new Encoded(List.copyOf(parts));
    }

    List<Part> pictures() {
        return parts.stream().filter(part -> part.picture().isPresent()).toList();
    }

    /** Length of the presentation: of the pictures, or of the sound when that goes on; its padding does not count. */
    long micros(TranscodePlan plan) {
        long seen = pictures().stream().mapToLong(Part::micros).max().orElse(0);
        long heard = parts.stream()
                .filter(part -> part.picture().isEmpty())
                .mapToLong(Part::micros)
                .max()
                .orElse(0);
        return Math.max(seen, Math.min(heard, plan.durationMicros()));
    }

    /** Every rendition has every segment, and together they are about as long as the source said. */
    void requireWhole(TranscodePlan plan) {
        for (Part part : parts) {
            for (int number = 0; number < part.segments().size(); number++) {
                if (part.segments().get(number).number() != number) {
                    throw new EncoderException(part.rendition().name() + " lacks segment " + number);
                }
            }
        }
        List<Part> pictures = pictures();
        VideoPlan video = plan.video();
        if (video == null) {
            return;
        }
        if (pictures.size() != video.renditions().size()) {
            throw new SourceRefusedException(
                    "not_a_video", "No picture of the video could be read. It may be damaged; export it anew.");
        }
        requireLength(plan, pictures.getLast().micros());
        if (pictures.stream().mapToLong(Part::frames).distinct().count() != 1) {
            throw new EncoderException("The renditions differ in their number of frames");
        }
    }

    private static void requireLength(TranscodePlan plan, long micros) {
        VideoTrack track = plan.source().video();
        boolean trusted = plan.source().container().contains("mov");
        if (trusted
                && track != null
                && micros < track.durationMicros() * TRUNCATED
                && track.durationMicros() - micros > TOLERATED_MICROS) {
            throw new SourceRefusedException(
                    "source_truncated",
                    "The file ends after " + micros / 1_000_000 + " of " + track.durationMicros() / 1_000_000
                            + " seconds. Upload the whole file again.");
        }
    }

    private static void add(
            List<Part> parts, TaskBoard board, VideoVersion video, String name, Optional<Rendition> picture) {
        List<StoredSegment> segments = board.segments(video, name);
        board.rendition(video, name)
                .filter(stored -> !segments.isEmpty())
                .ifPresent(stored -> parts.add(new Part(stored, picture, segments)));
    }
}
