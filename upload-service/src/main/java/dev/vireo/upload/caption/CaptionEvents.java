package dev.vireo.upload.caption;

import com.google.protobuf.Descriptors.Descriptor;
import dev.vireo.contracts.caption.v1.CaptionChanged;
import dev.vireo.contracts.caption.v1.CaptionDeleted;
import dev.vireo.contracts.caption.v1.CaptionEvent;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import dev.vireo.upload.video.CaptionedVideo;
import java.util.List;
import org.springframework.stereotype.Component;

/** Facts about captions for topic {@code caption.v1}, each added to the transaction that makes it true. */
@Component
final class CaptionEvents {
    private static final String TOPIC = "caption.v1";

    private final EventOutbox outbox;

    CaptionEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void changed(CaptionedVideo video, String language, List<Cue> cues) {
        CaptionChanged.Builder changed = CaptionChanged.newBuilder();
        cues.forEach(cue -> changed.addCues(dev.vireo.contracts.caption.v1.Cue.newBuilder()
                .setStartMs(cue.startMillis())
                .setEndMs(cue.endMillis())
                .setText(cue.text())));
        add(CaptionChanged.getDescriptor(), event(video, language).setChanged(changed));
    }

    void deleted(CaptionedVideo video, String language) {
        add(CaptionDeleted.getDescriptor(), event(video, language).setDeleted(CaptionDeleted.getDefaultInstance()));
    }

    private static CaptionEvent.Builder event(CaptionedVideo video, String language) {
        return CaptionEvent.newBuilder()
                .setInstanceId(video.instance().value())
                .setVideoId(video.id().value().toString())
                .setLanguage(language)
                .setRevision(video.revision());
    }

    private void add(Descriptor type, CaptionEvent.Builder event) {
        outbox.add(new OutboxEvent(
                TOPIC,
                event.getVideoId() + ":" + event.getLanguage(),
                type.getFullName(),
                event.build().toByteArray()));
    }
}
