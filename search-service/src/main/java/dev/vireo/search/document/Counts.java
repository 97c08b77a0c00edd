package dev.vireo.search.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a video is watched, as it stands in its document.
 *
 * @param revision of the fact that told it; 0 while none did
 * @param views in all
 * @param lastDay views of the last day
 * @param lastWeek views of the last seven days
 * @param trending as {@code popularity.v1} tells it; 0 while nobody watched
 */
public record Counts(long revision, long views, long lastDay, long lastWeek, double trending) {
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    private static final String REVISION = "popularityRevision";
    private static final double DAY = 86_400_000;
    /** Puts what nobody watched behind all that somebody did, newest first. */
    private static final double UNWATCHED = 1e-6;

    private static final double A_VIEW = 16;
    private static final double A_LIKE = 150;
    private static final double A_COMMENT = 100;
    private static final double HALF_DAY_SECONDS = 47_000;
    private static final double EPOCH_SECONDS = 1_446_156_582;
    private static final double MILLIS = 1_000;

    /** Those of a stored document; none when it has none. */
    public static Counts of(@Nullable Map<String, Object> stored) {
        return stored == null
                ? NONE
                : new Counts(
                        number(stored, REVISION),
                        number(stored, "views"),
                        number(stored, "viewsLastDay"),
                        number(stored, "viewsLastWeek"),
                        stored.get(REVISION) == null ? 0 : decimal(stored, "trending"));
    }

    /** As many views at least. */
    public Counts atLeast(long otherViews) {
        return otherViews <= views ? this : new Counts(revision, otherViews, lastDay, lastWeek, trending);
    }

    /** Fields of the document of a video that was published then and has so many likes and comments. */
    public Map<String, Object> fields(long publishedAt, long likes, Comments comments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (revision > 0) {
            fields.put(REVISION, revision);
        }
        fields.put("views", views);
        fields.put("viewsLastDay", lastDay);
        fields.put("viewsLastWeek", lastWeek);
        fields.put("trending", trending > 0 ? trending : publishedAt / DAY * UNWATCHED);
        fields.put("hot", hot(publishedAt, likes, comments.count()));
        return fields;
    }

    /**
     * PeerTube's: Reddit's "hot" ({@code _sorts.pyx} of its archive) with PeerTube's weights (groupForHotOrBest of its
     * videos-id-list-query-builder.ts), in which ten times as many views are worth 16 steps of 47,000 seconds of age.
     * There are no dislikes yet.
     */
    private double hot(long publishedAt, long likes, long comments) {
        return Math.log10(views + 1.0) * A_VIEW
                + Math.log10(Math.max(1.0, likes - 1.0)) * A_LIKE
                + Math.log10(Math.max(1.0, (double) comments)) * A_COMMENT
                + (publishedAt / MILLIS - EPOCH_SECONDS) / HALF_DAY_SECONDS;
    }

    /** A stored number; 0 when there is none. */
    public static long number(Map<String, Object> stored, String field) {
        return stored.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static double decimal(Map<String, Object> stored, String field) {
        return stored.get(field) instanceof Number number ? number.doubleValue() : 0;
    }
}
