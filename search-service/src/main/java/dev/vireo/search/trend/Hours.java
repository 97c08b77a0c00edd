package dev.vireo.search.trend;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Views of the last seven days by the hour; a value. An hour is counted from 1970. */
record Hours(NavigableMap<Integer, Integer> views) {
    static final Hours NONE = new Hours(new TreeMap<>());

    static final long MILLIS = 3_600_000;
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final int ENTRY = 2 * Integer.BYTES;

    static int of(long time) {
        return Math.toIntExact(time / MILLIS);
    }

    Hours plusViewAt(long time) {
        TreeMap<Integer, Integer> more = new TreeMap<>(views);
        more.merge(of(time), 1, Integer::sum);
        return new Hours(more);
    }

    /** Without what is a week old. */
    Hours at(long now) {
        return new Hours(new TreeMap<>(views.tailMap(of(now) - WEEK, false)));
    }

    long lastDay(long now) {
        return sum(views.tailMap(of(now) - DAY, false));
    }

    long lastWeek(long now) {
        return sum(views.tailMap(of(now) - WEEK, false));
    }

    /** When the next views leave the last day or the last week; 0 when none are left. */
    long nextChange(long now) {
        int hour = of(now);
        Integer ofDay = views.higherKey(hour - DAY);
        Integer ofWeek = views.higherKey(hour - WEEK);
        int next = Math.min(
                ofDay == null ? Integer.MAX_VALUE : ofDay + DAY, ofWeek == null ? Integer.MAX_VALUE : ofWeek + WEEK);
        return next == Integer.MAX_VALUE ? 0 : next * MILLIS;
    }

    int bytes() {
        return views.size() * ENTRY;
    }

    void encode(ByteBuffer to) {
        views.forEach((hour, count) -> to.putInt(hour).putInt(count));
    }

    static Hours decode(ByteBuffer from) {
        TreeMap<Integer, Integer> views = new TreeMap<>();
        while (from.hasRemaining()) {
            views.put(from.getInt(), from.getInt());
        }
        return new Hours(views);
    }

    private static long sum(Map<Integer, Integer> views) {
        return views.values().stream().mapToLong(Integer::longValue).sum();
    }
}
