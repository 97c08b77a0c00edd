package dev.vireo.search.index;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;
import dev.vireo.search.document.CaptionSight;
import dev.vireo.search.document.Comments;
import dev.vireo.search.document.CommentsWrite;
import dev.vireo.search.document.Companions;
import dev.vireo.search.document.CompanionsWrite;
import dev.vireo.search.document.Counts;
import dev.vireo.search.document.DocumentWrite;
import dev.vireo.search.document.PopularityWrite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes documents, and what others tell of them, into an index of the cluster: the counts and comments of videos, so that
 * lists can be ordered by them, their companions, and who may find captions. All stand in one document, and each has a
 * revision of its own.
 */
@Component
public final class ElasticsearchDocuments {
    private static final String REVISION = "revision";
    private static final String PUBLISHED = "publishedAt";
    private static final String LIKES = "likes";
    private static final String VIEWS = "views";
    private static final String GONE = "gone";
    private static final List<String> NEEDED = Stream.concat(
                    Stream.of(
                            REVISION,
                            GONE,
                            PUBLISHED,
                            LIKES,
                            VIEWS,
                            "popularityRevision",
                            "viewsLastDay",
                            "viewsLastWeek",
                            "trending",
                            "companions",
                            "companionsRevision",
                            "comments",
                            "commentsRevision"),
                    CaptionSight.NEEDED.stream())
            .toList();

    private final ElasticsearchMerges merges;
    private final Instances instances;
    private final Clock clock;

    ElasticsearchDocuments(ElasticsearchMerges merges, Instances instances, Clock clock) {
        this.merges = merges;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * Writes all, durably, but those that can never be written: gives their numbers. UNAVAILABLE when any must be tried
     * again, as when the index is lost: all may be, as an older revision never wins over a newer one.
     */
    public List<Integer> write(SearchIndex index, List<DocumentWrite> writes) {
        return write(index, writes, DocumentWrite::revision, write -> new OfDocument(write, fields(write)));
    }

    private <W> List<Integer> write(
            SearchIndex index, List<W> writes, ToLongFunction<W> revision, Function<W, Merge> merge) {
        List<Integer> newestFirst = newestFirst(writes, revision);
        List<Merge> documents = newestFirst.stream().map(writes::get).map(merge).toList();
        return merges.write(index.writeAlias(), documents, NEEDED).stream()
                .map(newestFirst::get)
                .sorted()
                .toList();
    }

    /** Writes all, as above; of a video that is not known yet too, which is not found before it is. */
    public List<Integer> writePopularity(SearchIndex index, List<PopularityWrite> writes) {
        return write(
                index,
                writes,
                write -> write.counts().revision(),
                write -> new OfCounts(write, base(List.of(write.instance()), write.videoId(), false, false)));
    }

    /** Writes all, as those of counts. */
    public List<Integer> writeCompanions(SearchIndex index, List<CompanionsWrite> writes) {
        return write(
                index,
                writes,
                write -> write.companions().revision(),
                write -> new OfCompanions(write, base(List.of(write.instance()), write.videoId(), false, false)));
    }

    /** Writes all, as those of counts. */
    public List<Integer> writeComments(SearchIndex index, List<CommentsWrite> writes) {
        return write(
                index,
                writes,
                write -> write.comments().revision(),
                write -> new OfComments(write, base(List.of(write.instance()), write.videoId(), false, false)));
    }

    /** Writes all, as above; of captions that are not known yet too, which are not found before they are. */
    public List<Integer> writeSight(SearchIndex index, List<CaptionSight> writes) {
        List<Integer> newestFirst = newestFirst(writes, CaptionSight::revision);
        List<Integer> owners = new ArrayList<>();
        List<Merge> sights = new ArrayList<>();
        for (int at : newestFirst) {
            CaptionSight write = writes.get(at);
            for (String id : write.documents()) {
                owners.add(at);
                sights.add(new OfSight(write, id, base(List.of(write.instance()), id, false, false)));
            }
        }
        return merges.write(index.writeAlias(), sights, NEEDED).stream()
                .map(owners::get)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of several facts about one document only the newest is written, when it comes first. */
    private static <W> List<Integer> newestFirst(List<W> writes, ToLongFunction<W> revision) {
        return IntStream.range(0, writes.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer at) -> revision.applyAsLong(writes.get(at)))
                        .reversed())
                .toList();
    }

    private Map<String, Object> fields(DocumentWrite write) {
        Map<String, Object> fields = base(write.instances(), write.id(), write.gone(), write.listed());
        fields.put(REVISION, write.revision());
        fields.putAll(write.fields());
        return fields;
    }

    /** What every document has; the host of one of another server comes with its fields. */
    private Map<String, Object> base(List<InstanceId> owners, String id, boolean gone, boolean listed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        List<String> names = owners.stream().map(InstanceId::value).toList();
        fields.put("instance", names);
        fields.put("changedAt", clock.millis());
        fields.put(GONE, gone);
        fields.put("listedAt", listed ? names : List.of());
        // Replicas of the version before ask for this one.
        fields.put("listed", listed);
        owners.stream()
                .flatMap(owner -> instances.find(owner).stream())
                .findFirst()
                .ifPresent(instance -> fields.put("host", instance.domain().toLowerCase(Locale.ROOT)));
        return fields;
    }

    /** What is told of something of which nothing else is known yet. */
    private static Merge.Result alone(Map<String, Object> unknown, Map<String, Object> told) {
        Map<String, Object> fields = new LinkedHashMap<>(unknown);
        fields.put(REVISION, 0);
        fields.putAll(told);
        return new Merge.Result(fields, true);
    }

    /** The whole document but for what others tell of it, which stays where there is any. */
    private record OfDocument(DocumentWrite write, Map<String, Object> fields) implements Merge {
        @Override
        public String id() {
            return write.id();
        }

        @Override
        public @Nullable Result over(@Nullable Map<String, Object> stored) {
            if (stored != null && Counts.number(stored, REVISION) > write.revision()) {
                return null;
            }
            Map<String, Object> whole = new LinkedHashMap<>(fields);
            whole.putAll(CaptionSight.of(stored));
            if (fields.containsKey(VIEWS)) {
                Comments comments = Comments.of(stored);
                whole.putAll(comments.fields());
                whole.putAll(Counts.of(stored)
                        .atLeast(Counts.number(fields, VIEWS))
                        .fields(Counts.number(fields, PUBLISHED), Counts.number(fields, LIKES), comments));
                whole.putAll(Companions.of(stored).fields());
            }
            return new Result(whole, true);
        }
    }

    /** The counts, beside whatever the document says of the video. */
    private record OfCounts(PopularityWrite write, Map<String, Object> unknown) implements Merge {
        @Override
        public String id() {
            return write.videoId();
        }

        @Override
        public @Nullable Result over(@Nullable Map<String, Object> stored) {
            if (stored == null) {
                return alone(unknown, write.counts().fields(0, 0, Comments.of(null)));
            }
            Counts before = Counts.of(stored);
            if (before.revision() >= write.counts().revision() || Boolean.TRUE.equals(stored.get(GONE))) {
                return null;
            }
            return new Result(
                    write.counts()
                            .atLeast(before.views())
                            .fields(
                                    Counts.number(stored, PUBLISHED),
                                    Counts.number(stored, LIKES),
                                    Comments.of(stored)),
                    false);
        }
    }

    /** Who may find captions, beside their words; those that are gone may come back, and keep it. */
    private record OfSight(CaptionSight write, String id, Map<String, Object> unknown) implements Merge {
        @Override
        public @Nullable Result over(@Nullable Map<String, Object> stored) {
            if (stored == null) {
                return alone(unknown, write.fields());
            }
            return write.isIn(stored) ? null : new Result(write.fields(), false);
        }
    }

    /** The companions, beside whatever the document says of the video. */
    private record OfCompanions(CompanionsWrite write, Map<String, Object> unknown) implements Merge {
        @Override
        public String id() {
            return write.videoId();
        }

        @Override
        public @Nullable Result over(@Nullable Map<String, Object> stored) {
            Map<String, Object> fields = write.companions().fields();
            if (stored == null) {
                Map<String, Object> told = Counts.of(null).fields(0, 0, Comments.of(null));
                told.putAll(fields);
                return alone(unknown, told);
            }
            boolean stale =
                    Companions.of(stored).revision() >= write.companions().revision();
            return stale || Boolean.TRUE.equals(stored.get(GONE)) ? null : new Result(fields, false);
        }
    }

    /** The comments, beside whatever the document says of the video, and what it is worth with them. */
    private record OfComments(CommentsWrite write, Map<String, Object> unknown) implements Merge {
        @Override
        public String id() {
            return write.videoId();
        }

        @Override
        public @Nullable Result over(@Nullable Map<String, Object> stored) {
            Map<String, Object> there = stored == null ? Map.of() : stored;
            boolean stale = Comments.of(there).revision() >= write.comments().revision();
            if (stale || Boolean.TRUE.equals(there.get(GONE))) {
                return null;
            }
            Map<String, Object> fields = Counts.of(there)
                    .fields(Counts.number(there, PUBLISHED), Counts.number(there, LIKES), write.comments());
            fields.putAll(write.comments().fields());
            return stored == null ? alone(unknown, fields) : new Result(fields, false);
        }
    }
}
