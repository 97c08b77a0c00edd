package dev.vireo.search.trend;

import dev.vireo.search.together.Viewed;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the views of one partition and tells the counts: new views and views that leave a window of time alike, by a
 * schedule with one entry for each video at most.
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

    private final TrendProperties properties;
    private final TrendStores stores;
    private long newest;

    ViewCounter(TrendProperties properties, TrendStores stores) {
        this.properties = properties;
        this.stores = stores;
    }

    /**
     * Takes a view that came at {@code time}; clocks of others that are ahead are not believed. One that counts is given
     * to {@code counted}.
     */
    Outcome take(View view, long time, long now, Consumer<Viewed> counted) {
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
            Popularity popularity = count(view, when, now);
            counted.accept(new Viewed(
                    view.instance(),
                    view.video(),
                    view.viewer(),
                    when,
                    window,
                    popularity.hours().lastWeek(now)));
        }
        return enough ? Outcome.COUNTED : Outcome.WATCHING;
    }

    /** Tells what is due, a bounded number of videos at once. */
    void tell(long now, BiConsumer<UUID, Popularity> tell) {
        for (UUID video : stores.due(now)) {
            // Each entry stands for a state, and both are written in one transaction.
            Popularity popularity = Objects.requireNonNull(stores.popularity(video), "scheduled without a state");
            Popularity told = popularity.nowTold(now);
            if (told.due() > 0) {
                stores.schedule(told.due(), video);
            }
            stores.put(video, told);
            tell.accept(video, told);
        }
    }

    private Popularity count(View view, long when, long now) {
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
            after = after.nowDue(soon);
        }
        stores.put(view.video(), after);
        return after;
    }
}
