package dev.vireo.transcode.job;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.packaging.AudioRendition;
import dev.vireo.transcode.packaging.MediaPlaylist;
import dev.vireo.transcode.packaging.MultivariantPlaylist;
import dev.vireo.transcode.packaging.PlaylistSegment;
import dev.vireo.transcode.packaging.VariantStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Playlists of a version in work: what is durable in the origin, without a gap from the beginning. */
@Component
class ProgressPlaylists {

    private static final long AUDIO_BANDWIDTH = 160_000;
    private static final int STEREO = 2;
    private static final double OVERHEAD = 1.1;
    private static final String SUFFIX = ".m3u8";

    private final JdbcJobRepository jobs;
    private final JdbcTaskRepository tasks;
    private final JdbcSegmentRepository segments;

    ProgressPlaylists(JdbcJobRepository jobs, JdbcTaskRepository tasks, JdbcSegmentRepository segments) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.segments = segments;
    }

    /** A playlist and whether anything may still be added to it. */
    record Answer(String text, boolean ended) {}

    /** The multivariant playlist: renditions join it with their first segment. */
    Answer multivariant(InstanceId instance, UUID videoId, int version) {
        Job job = job(instance, videoId, version);
        TranscodePlan plan = job.requirePlan();
        List<VariantStream> variants = new ArrayList<>();
        VideoPlan video = plan.video();
        if (video != null) {
            for (Rendition rendition : video.shownInWork()) {
                begun(job, rendition.name())
                        .ifPresent(stored -> variants.add(variant(rendition, plan, video, stored.codecs())));
            }
        }
        Optional<StoredRendition> sound = plan.hasAudio() ? begun(job, TranscodePlan.AUDIO) : Optional.empty();
        if (variants.isEmpty() && sound.isEmpty()) {
            throw PlatformException.notFound("playlist in work");
        }
        @Nullable
        AudioRendition audio = sound.map(stored ->
                        new AudioRendition(TranscodePlan.AUDIO + SUFFIX, AUDIO_BANDWIDTH, 0, STEREO, stored.codecs()))
                .orElse(null);
        return new Answer(MultivariantPlaylist.of(variants, audio), encoded(job));
    }

    /** The media playlist of one rendition. */
    Answer media(InstanceId instance, UUID videoId, int version, String rendition) {
        Job job = job(instance, videoId, version);
        TranscodePlan plan = job.requirePlan();
        SourceCopy copy = plan.copy(rendition);
        if (!plan.renditionNames().contains(rendition) || (copy != null && copy.abandoned())) {
            throw PlatformException.notFound("rendition of that name");
        }
        boolean ended = ended(job, rendition, copy != null);
        List<PlaylistSegment> listed = new ArrayList<>();
        for (StoredSegment segment : segments.segments(job.video(), rendition)) {
            if (segment.number() != listed.size()) {
                break;
            }
            listed.add(segment.listed());
        }
        if (listed.isEmpty()) {
            throw PlatformException.notFound("segment of this rendition yet");
        }
        String init = segments.find(job.video(), rendition)
                .map(stored -> rendition + "/" + stored.initObject())
                .orElseThrow(() -> PlatformException.notFound("segment of this rendition yet"));
        long longest = copy == null ? 0 : copy.longestMicros();
        return new Answer(MediaPlaylist.event(init, listed, longest, ended), ended);
    }

    private Job job(InstanceId instance, UUID videoId, int version) {
        return jobs.find(instance, videoId, version)
                .filter(job -> job.plan() != null && job.state() != JobState.CANCELLED)
                .orElseThrow(() -> PlatformException.notFound("version in work"));
    }

    private Optional<StoredRendition> begun(Job job, String rendition) {
        return segments.exists(job.video(), rendition, 0) ? segments.find(job.video(), rendition) : Optional.empty();
    }

    private boolean ended(Job job, String rendition, boolean copied) {
        if (encoded(job)) {
            return true;
        }
        if (copied) {
            return tasks.allDone(job.video(), List.of(TaskKind.COPY));
        }
        return rendition.equals(TranscodePlan.AUDIO)
                ? tasks.allDone(job.video(), List.of(TaskKind.AUDIO))
                : tasks.allDone(job.video(), List.of(TaskKind.LEAD, TaskKind.REST, TaskKind.CHUNK));
    }

    private static boolean encoded(Job job) {
        return job.state() == JobState.PACKAGING || job.state() == JobState.COMPLETED;
    }

    private static VariantStream variant(Rendition rendition, TranscodePlan plan, VideoPlan video, String codecs) {
        SourceCopy copy = plan.copy(rendition.name());
        long bitrate = Math.max(rendition.maxBitrate(), copy == null ? 0 : copy.bitrate());
        return new VariantStream(
                rendition.name() + SUFFIX,
                Math.round(bitrate * OVERHEAD),
                0,
                rendition.width(),
                rendition.height(),
                video.grid().rate().decimal(),
                codecs);
    }
}
