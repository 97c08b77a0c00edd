package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries.Progress;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.words.Folded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Asks the index which tags the listed videos of an instance have, and keeps that for a moment: to count all costs as much
 * as a dozen people who type, to look in what was counted nothing. A tag that nobody has any more may be among them as long;
 * then they are counted again if the index changed.
 */
@Component
final class ElasticsearchTags {
    private static final String TAGS = "tags";
    private static final List<String> ID = List.of("id");
    /** Those that are used most. */
    private static final int MOST = 10_000;

    private final ElasticsearchVideos videos;
    private final LoadingCache<InstanceId, Counted> counted;

    ElasticsearchTags(ElasticsearchVideos videos, SuggestedIndexes indexes, SuggestProperties properties) {
        this.videos = videos;
        // They are counted again before they are too old while they are asked for, so that nobody has to wait.
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(properties.age())
                .refreshAfterWrite(properties.age().dividedBy(2))
                .build(new CacheLoader<>() {
                    @Override
                    public Counted load(InstanceId instance) {
                        return count(instance, indexes.now());
                    }

                    @Override
                    public Counted reload(InstanceId instance, Counted old) {
                        Map<String, Progress> state = indexes.now();
                        return state.equals(old.state()) ? old : count(instance, state);
                    }
                });
    }

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

    /**
     * The tags of an instance by their folded text.
     *
     * @param state of the indexes, asked for before the tags were: what changed meanwhile is seen the next time
     */
    private record Counted(Map<String, Progress> state, NavigableMap<String, Used> byText) {}

    /**
     * Tags that were found.
     *
     * @param state of the indexes when they were counted
     */
    record Found(Map<String, Progress> state, List<Suggestion> tags) {}

    /** Those that begin with what was typed, the most used first; UNAVAILABLE while the cluster is away or too slow. */
    Found find(InstanceId instance, String typed, int count) {
        String begin = Folded.of(typed);
        Counted all = counted.get(instance);
        List<Suggestion> tags = all.byText().subMap(begin, begin + Character.MAX_VALUE).values().stream()
                .sorted(Comparator.comparingLong(Used::times).reversed())
                .limit(count)
                .map(tag -> new Suggestion(Suggestion.Kind.TAG, tag.written(), "", ""))
                .toList();
        return new Found(all.state(), tags);
    }

    private Counted count(InstanceId instance, Map<String, Progress> state) {
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
        return new Counted(state, byText);
    }
}
