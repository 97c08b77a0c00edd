package dev.vireo.search.trend;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the views of one partition and tells the counts. What is to be told, new views and views that leave a window
 * of time alike, stands in a schedule by time, with one entry for each video at most, so that each look at the clock is
 * bounded work and nobody looks at a video that nothing happens to.
 */
final class ViewCounter {
    /** What became of one position that a player told. */
    enum Outcome {
        /** A new view. */
        COUNTED,
        /** Not enough yet. */
        WATCHING,
        /** That viewer's view was counted in this window. */
        REPEATED,
        /** Its window is over. */
        LATE
    }

    private static final int MOST_AT_ONCE = 1_000;

    private final TrendProperties properties;
    private final TrendStores stores;
    private long newest;
    private long toldUntil;

    ViewCounter(TrendProperties properties, TrendStores stores) {
        this.properties = properties;
        this.stores = stores;
    }

    /** Takes a view that came at {@code time}; clocks of others that are ahead are not believed. */
    Outcome take(View view, long time, long now) {
        long when = Math.min(time, now);
        newest = Math.max(newest, when);
        long length = properties.window().toMillis();
        long window = when - when % length;
        // The one before the present one is still open: what waited somewhere may come late.
        if (window + 2 * length <= newest) {
            return Outcome.LATE;
        }
        Watching before = stores.watching(view.video(), view.viewer(), window);
        if (before != null && before.counted()) {
            return Outcome.REPEATED;
        }
        Watching after = before == null ? Watching.at(view.position()) : before.told(view.position(), view.jumped());
        boolean enough = after.isEnough(view.length(), properties.watchTime());
        if (enough || !after.equals(before)) {
            stores.put(view.video(), view.viewer(), window, enough ? after.nowCounted() : after);
        }
        if (enough) {
            count(view, when, now);
        }
        return enough ? Outcome.COUNTED : Outcome.WATCHING;
    }

    /** Tells what is due, a bounded number of videos at once; the others follow with the next look. */
    void tell(long now, BiConsumer<UUID, Popularity> tell) {
        List<UUID> videos = stores.due(toldUntil, now, MOST_AT_ONCE);
        for (UUID video : videos) {
            // Each entry stands for a state, and both are written in one transaction.
            Popularity popularity = Objects.requireNonNull(stores.popularity(video), "scheduled without a state");
            stores.unschedule(popularity.due(), video);
            Popularity told = popularity.nowTold(now);
            if (told.due() > 0) {
                stores.schedule(told.due(), video);
            }
            stores.put(video, told);
            tell.accept(video, told);
        }
        if (videos.size() < MOST_AT_ONCE) {
            // What was deleted before costs no more to pass over.
            toldUntil = now;
        }
    }

    private void count(View view, long when, long now) {
        @Nullable Popularity known = stores.popularity(view.video());
        Popularity before = known == null ? Popularity.none(view.instance()) : known;
        Popularity after = before.viewed(when, now);
        long soon = Math.max(
                now + properties.firstInterval().toMillis(),
                before.told() + properties.interval().toMillis());
        if (before.due() == 0 || soon < before.due()) {
            if (before.due() > 0) {
                stores.unschedule(before.due(), view.video());
            }
            stores.schedule(soon, view.video());
            // A clock that was set back.
            toldUntil = Math.min(toldUntil, soon);
            after = after.nowDue(soon);
        }
        stores.put(view.video(), after);
    }
}
