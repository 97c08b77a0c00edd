package dev.vireo.upload.video;

import dev.vireo.kit.identity.InstanceId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What seeding reports changes a video once: an older fact than the one it shows changes nothing. */
@Component
final class SeedingFacts {
    private final JdbcVideoRepository videos;
    private final VideoEvents events;

    SeedingFacts(JdbcVideoRepository videos, VideoEvents events) {
        this.videos = videos;
        this.events = events;
    }

    /** Applies a fact within the present transaction. */
    void apply(InstanceId instance, VideoId id, VideoTorrents told) {
        videos.lock(instance, id)
                .filter(video -> told.revision() > video.torrents().revision())
                .ifPresent(video -> change(video, told));
    }

    private void change(Video video, VideoTorrents told) {
        if (Objects.equals(video.torrents().set(), told.set())) {
            videos.noteTorrents(video.id(), told.revision());
            return;
        }
        Video next = video.with(told);
        videos.update(next);
        events.updated(next);
    }
}
