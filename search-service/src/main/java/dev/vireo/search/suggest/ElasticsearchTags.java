package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.words.Folded;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Asks the index which tags the listed videos of an instance have. To count all costs as much as some hundred people who
 * type, so that is done now and then, and a new tag may be missing as long; whether those that were found are still there
 * is asked again after a moment.
 */
@Component
final class ElasticsearchTags {
    private static final String TAGS = "tags";
    private static final List<String> ID = List.of("id");
    /** Those that are used most. */
    private static final int MOST = 10_000;

    /** Some may be gone. */
    private static final int SPARE = 2;

    private final ElasticsearchVideos videos;
    private final LoadingCache<InstanceId, NavigableMap<String, Used>> counted;
    private final Cache<Place, Boolean> present;

    ElasticsearchTags(ElasticsearchVideos videos, SuggestProperties properties) {
        this.videos = videos;
        // They are counted again before they are too old while they are asked for, so that nobody has to wait.
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(properties.countAge())
                .refreshAfterWrite(properties.countAge().dividedBy(2))
                .build(this::count);
        this.present = Caffeine.newBuilder()
                .expireAfterWrite(properties.tagsAge())
                .maximumSize(MOST)
                .build();
    }

    /** A tag of an instance. */
    private record Place(InstanceId instance, String tag) {}

    /**
     * A tag, however it is written, in the way in which it is written most.
     *
     * @param times how many videos have it
     */
    private record Used(String written, long times) {
        Used plus(Used other) {
            return new Used(written, times + other.times);
        }
    }

    /** Those that begin with what was typed, the most used first; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        String begin = Folded.of(typed);
        List<Place> begun = counted.get(instance).subMap(begin, begin + Character.MAX_VALUE).values().stream()
                .sorted(Comparator.comparingLong(Used::times).reversed())
                .limit((long) count + SPARE)
                .map(tag -> new Place(instance, tag.written()))
                .toList();
        Map<Place, Boolean> there = present.getAll(begun, this::present);
        return begun.stream()
                .filter(tag -> there.getOrDefault(tag, false))
                .limit(count)
                .map(tag -> new Suggestion(Suggestion.Kind.TAG, tag.tag(), "", ""))
                .toList();
    }

    /** In any spelling. */
    private Map<Place, Boolean> present(Set<? extends Place> asked) {
        List<Place> places = List.copyOf(asked);
        List<Boolean> found =
                videos.haveAny(places.stream().map(ElasticsearchTags::listed).toList());
        Map<Place, Boolean> there = new HashMap<>();
        for (int at = 0; at < places.size(); at++) {
            there.put(places.get(at), found.get(at));
        }
        return there;
    }

    private static Query listed(Place place) {
        return ElasticsearchSight.begin(new Sight.Everybody(place.instance()))
                .filter(filter -> filter.term(term -> term.field("tags").value(place.tag())))
                .build()
                ._toQuery();
    }

    private NavigableMap<String, Used> count(InstanceId instance) {
        SearchResponse<Void> answer = videos.ask(
                Void.class,
                ID,
                search -> search.query(ElasticsearchSight.begin(new Sight.Everybody(instance))
                                .build()
                                ._toQuery())
                        .size(0)
                        .trackTotalHits(track -> track.enabled(false))
                        .aggregations(
                                TAGS,
                                tags -> tags.terms(
                                        terms -> terms.field("tags.written").size(MOST))));
        NavigableMap<String, Used> byText = new TreeMap<>();
        Objects.requireNonNull(answer.aggregations().get(TAGS)).sterms().buckets().array().stream()
                .map(bucket -> new Used(bucket.key().stringValue(), bucket.docCount()))
                .forEach(tag -> byText.merge(Folded.of(tag.written()), tag, Used::plus));
        return byText;
    }
}
