package dev.vireo.search.trend;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import java.util.UUID;

/** Facts for topic {@code popularity.v1}. */
final class PopularityEvents {
    /** Name of their message type. */
    static final String TYPE = PopularityChanged.getDescriptor().getFullName();

    private static final int MILLIS = 1_000;
    private static final int NANOS_OF_MILLI = 1_000_000;

    private PopularityEvents() {}

    static byte[] changed(UUID video, Popularity popularity, long now) {
        return PopularityEvent.newBuilder()
                .setInstanceId(popularity.instance())
                .setVideoId(video.toString())
                .setRevision(popularity.told())
                .setChanged(PopularityChanged.newBuilder()
                        .setViews(popularity.views())
                        .setViewsLastDay(popularity.hours().lastDay(now))
                        .setViewsLastWeek(popularity.hours().lastWeek(now))
                        .setTrending(popularity.trending())
                        .setLastViewedAt(Timestamp.newBuilder()
                                .setSeconds(popularity.lastViewed() / MILLIS)
                                .setNanos((int) (popularity.lastViewed() % MILLIS) * NANOS_OF_MILLI)))
                .build()
                .toByteArray();
    }
}
