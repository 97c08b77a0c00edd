package dev.vireo.gateway.view;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.view.v1.VideoWatched;
import dev.vireo.contracts.view.v1.ViewEvent;
import dev.vireo.contracts.view.v1.WatchCause;
import dev.vireo.kit.event.LossyEvents;
import dev.vireo.kit.event.OutboxEvent;
import dev.vireo.kit.identity.InstanceId;
import java.time.Instant;

/** Facts for topic {@code view.v1}. */
final class ViewEvents {
    private static final String TOPIC = "view.v1";

    private final LossyEvents events;

    ViewEvents(LossyEvents events) {
        this.events = events;
    }

    void watched(InstanceId instance, byte[] viewer, Watch watch, Instant now) {
        VideoWatched.Builder watched = VideoWatched.newBuilder()
                .setPosition(duration(watch.position()))
                .setCause(cause(watch.cause()));
        if (!watch.length().isZero()) {
            watched.setDuration(duration(watch.length()));
        }
        ViewEvent event = ViewEvent.newBuilder()
                .setInstanceId(instance.value())
                .setVideoId(watch.video().toString())
                .setViewer(ByteString.copyFrom(viewer))
                .setTime(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setWatched(watched)
                .build();
        events.send(new OutboxEvent(
                TOPIC, event.getVideoId(), VideoWatched.getDescriptor().getFullName(), event.toByteArray()));
    }

    private static WatchCause cause(Watch.Cause cause) {
        return switch (cause) {
            case TIME -> WatchCause.WATCH_CAUSE_UNSPECIFIED;
            case SEEK -> WatchCause.WATCH_CAUSE_SEEK;
            case END -> WatchCause.WATCH_CAUSE_END;
        };
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }
}
