package dev.vireo.search.trend;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.view.v1.VideoWatched;
import dev.vireo.contracts.view.v1.ViewEvent;
import dev.vireo.contracts.view.v1.WatchCause;
import dev.vireo.kit.identity.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of topic {@code view.v1} as views. */
final class ViewMapper {
    private static final int VIEWER_BYTES = 16;

    private ViewMapper() {}

    /** Empty when it is none that can be understood. */
    static Optional<View> view(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            ViewEvent event = ViewEvent.parseFrom(value);
            return event.hasWatched() && event.getViewer().size() == VIEWER_BYTES
                    ? Optional.of(view(event, event.getWatched()))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static View view(ViewEvent event, VideoWatched watched) {
        return new View(
                new InstanceId(event.getInstanceId()).value(),
                UUID.fromString(event.getVideoId()),
                event.getViewer().toByteArray(),
                duration(watched.getPosition()),
                duration(watched.getDuration()),
                watched.getCause() == WatchCause.WATCH_CAUSE_SEEK);
    }

    private static Duration duration(com.google.protobuf.Duration duration) {
        if (duration.getSeconds() < 0 || duration.getSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("No time of a video");
        }
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }
}
