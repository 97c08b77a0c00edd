package dev.vireo.search.discover;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vireo.search.document.Tiebreaker;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the index which categories, tags and channels have most videos, and for the newest of them. */
@Component
final class ElasticsearchOverview {
    /** As many as PeerTube has. */
    static final int PAGES = 20;

    private static final int VIDEOS = 12;
    /** The keys are all that is read. */
    private static final List<String> ID = List.of("id");

    private final ElasticsearchVideos videos;
    /** There are two sights of an instance. Videos are looked for at each question: what is hidden since is in none. */
    private final LoadingCache<Sight, Map<Group.Kind, List<Key>>> most;

    ElasticsearchOverview(ElasticsearchVideos videos, DiscoverProperties properties) {
        this.videos = videos;
        this.most =
                Caffeine.newBuilder().expireAfterWrite(properties.overviewAge()).build(this::count);
    }

    /** A group of each kind that has as many; {@code page} counts from 1. */
    List<Group> page(Sight sight, int page) {
        Map<Group.Kind, List<Key>> counted = most.get(sight);
        return Arrays.stream(Group.Kind.values())
                .flatMap(kind -> counted.getOrDefault(kind, List.of()).stream()
                        .skip(page - 1L)
                        .limit(1)
                        .map(key -> new Group(kind, key.text(), newest(sight, kind, key.value()))))
                // They may be gone meanwhile.
                .filter(group -> !group.videos().isEmpty())
                .toList();
    }

    /** The keys of each kind, those with most videos first. */
    private Map<Group.Kind, List<Key>> count(Sight sight) {
        var counted = videos.ask(Void.class, ID, search -> {
            search.query(ElasticsearchSight.begin(sight).build()._toQuery())
                    .size(0)
                    .trackTotalHits(track -> track.enabled(false));
            for (Group.Kind kind : Group.Kind.values()) {
                search.aggregations(
                        kind.name(),
                        most -> most.terms(terms -> terms.field(kind.field()).size(PAGES)));
            }
            return search;
        });
        return Arrays.stream(Group.Kind.values())
                .collect(Collectors.toUnmodifiableMap(
                        kind -> kind,
                        kind -> keys(
                                Objects.requireNonNull(counted.aggregations().get(kind.name())))));
    }

    private record Key(String text, FieldValue value) {}

    private static List<Key> keys(Aggregate counted) {
        return counted.isLterms()
                ? counted.lterms().buckets().array().stream()
                        .map(bucket -> new Key(String.valueOf(bucket.key()), FieldValue.of(bucket.key())))
                        .toList()
                : counted.isSterms()
                        ? counted.sterms().buckets().array().stream()
                                .map(bucket -> new Key(bucket.key().stringValue(), bucket.key()))
                                .toList()
                        : List.of();
    }

    private List<Shown> newest(Sight sight, Group.Kind kind, FieldValue key) {
        Query those = ElasticsearchSight.begin(sight)
                .filter(of -> of.term(term -> term.field(kind.field()).value(key)))
                .build()
                ._toQuery();
        return videos
                .show(search -> search.query(those)
                        .sort(by -> by.field(field -> field.field("createdAt").order(SortOrder.Desc)))
                        .sort(by ->
                                by.field(field -> field.field(Tiebreaker.FIELD).order(SortOrder.Asc)))
                        .trackTotalHits(track -> track.enabled(false))
                        .size(VIDEOS))
                .hits()
                .hits()
                .stream()
                .map(Shown::of)
                .toList();
    }
}
