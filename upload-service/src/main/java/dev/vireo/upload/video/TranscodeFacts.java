package dev.vireo.upload.video;

import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What transcoding reports changes a video once: facts of older or settled versions change nothing. */
@Component
final class TranscodeFacts {
    private final JdbcVideoRepository videos;
    private final VideoEvents events;
    private final Clock clock;

    TranscodeFacts(JdbcVideoRepository videos, VideoEvents events, Clock clock) {
        this.videos = videos;
        this.events = events;
        this.clock = clock;
    }

    /** Which version of which video a fact is about. */
    record About(InstanceId instance, VideoId video, int version) {}

    /** Applies a fact within the present transaction; nothing happens when it comes too late. */
    void apply(About about, UnaryOperator<Transcoding> fact) {
        videos.lock(about.instance(), about.video())
                .filter(video -> video.transcoding().version() == about.version()
                        && video.transcoding().inWork())
                .ifPresent(video -> change(video, fact.apply(video.transcoding())));
    }

    private void change(Video video, Transcoding changed) {
        if (changed.equals(video.transcoding())) {
            return;
        }
        Video next = video.with(changed, clock.instant().truncatedTo(ChronoUnit.MICROS));
        videos.update(next);
        boolean complete = !changed.inWork()
                && changed.packaged() != null
                && !changed.packaged().equals(video.transcoding().packaged());
        if (complete) {
            events.published(next);
        } else {
            events.updated(next);
        }
    }
}
