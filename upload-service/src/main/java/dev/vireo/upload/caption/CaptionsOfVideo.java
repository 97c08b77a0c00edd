package dev.vireo.upload.caption;

import dev.vireo.upload.video.CaptionedVideo;
import dev.vireo.upload.video.VideoCaption;
import dev.vireo.upload.video.VideoContents;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The captions that go when their video is deleted. */
@Component
final class CaptionsOfVideo implements VideoContents {
    private final JdbcLeftoverRepository leftovers;
    private final CaptionEvents events;
    private final Clock clock;

    CaptionsOfVideo(JdbcLeftoverRepository leftovers, CaptionEvents events, Clock clock) {
        this.leftovers = leftovers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void removeAllOf(CaptionedVideo deleted) {
        for (VideoCaption caption : deleted.captions()) {
            leftovers.put(deleted.id(), CaptionKeys.key(deleted, caption.file()), clock.instant());
            events.deleted(deleted, caption.language());
        }
    }
}
