package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationExecutionHint;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.suggest.ElasticsearchCompletions.Source;
import dev.vireo.search.words.Folded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks the indexes for titles, channels and tags. Titles, from each of their words on, are in the index's completion field, which
 * has them for listed videos alone, by instance; tags are counted among some of the listed videos that have a fitting
 * one.
 */
@Component
final class ElasticsearchSuggestions {
    private static final String TAGS = "tags";
    /** Videos of the same title are one suggestion. */
    private static final int SPARE = 2;
    /** Enough to see which tags are used most, and no more than a moment's work. */
    private static final int COUNTED = 2_000;

    private static final int MOST_TAGS = 50;
    /** Of ten suggestions three are tags and three are channels when there are enough of all. */
    private static final int SHARE = 3;

    /** Who gets as many of what was typed has hardly mistyped it. */
    private static final int ENOUGH = 3;

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final IndexLife channels;
    private final String time;

    ElasticsearchSuggestions(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.videos = indexes.of(Kind.VIDEO);
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** At most {@code count}; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        ElasticsearchCompletions asked = new ElasticsearchCompletions(instance, typed, count * SPARE, false);
        SearchResponse<Source> asTyped = elasticsearch.search(
                asked.ask(indexes(), time)
                        .query(tagged(instance, typed))
                        .terminateAfter((long) COUNTED)
                        .aggregations(TAGS, countedTags())
                        .build(),
                Source.class);
        List<Suggestion> tags = tags(asTyped, Folded.of(typed));
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        Set<Suggestion> names = new LinkedHashSet<>();
        add(asTyped, titles, names);
        if (titles.size() + names.size() + tags.size() < ENOUGH) {
            add(elasticsearch.search(asked.forgiving().ask(indexes(), time).build(), Source.class), titles, names);
        }
        return mixed(List.copyOf(titles.values()), List.copyOf(names), tags, count);
    }

    /** No channels while none are up to date, or from an index that keeps them where titles are asked for. */
    private List<String> indexes() {
        return channels.answersNow() && channels.isOfThisVersion()
                ? List.of(videos.alias(), channels.alias())
                : List.of(videos.alias());
    }

    private static Query tagged(InstanceId instance, String typed) {
        Query fitting =
                Query.of(query -> query.prefix(prefix -> prefix.field("tags").value(typed)));
        return ElasticsearchSight.begin(new Sight.Everybody(instance))
                .filter(fitting)
                .build()
                ._toQuery();
    }

    /** As their owners write them. Ordinals of all tags there are would have to be made again after each change. */
    private static Aggregation countedTags() {
        return Aggregation.of(tags -> tags.terms(
                terms -> terms.field("tags.written").size(MOST_TAGS).executionHint(TermsAggregationExecutionHint.Map)));
    }

    /** Videos of the same title are one suggestion. */
    private static void add(SearchResponse<Source> answer, Map<String, Suggestion> titles, Set<Suggestion> names) {
        ElasticsearchCompletions.titles(answer)
                .forEach(video -> titles.putIfAbsent(Folded.of(video.name()), video.title()));
        ElasticsearchCompletions.names(answer).map(Source::channel).forEach(names::add);
    }

    /** Those that are used most, however they are written, each in the way it is written most. */
    private static List<Suggestion> tags(SearchResponse<Source> answer, String typed) {
        Map<String, Used> byText = new LinkedHashMap<>();
        Objects.requireNonNull(answer.aggregations().get(TAGS)).sterms().buckets().array().stream()
                .map(bucket -> new Used(bucket.key().stringValue(), bucket.docCount()))
                .filter(tag -> Folded.of(tag.written()).startsWith(typed))
                .forEach(tag -> byText.merge(Folded.of(tag.written()), tag, Used::plus));
        return byText.values().stream()
                .sorted(Comparator.comparingLong(Used::times).reversed())
                .map(tag -> new Suggestion(Suggestion.Kind.TAG, tag.written(), "", ""))
                .toList();
    }

    private record Used(String written, long times) {
        Used plus(Used other) {
            return new Used(written, times + other.times);
        }
    }

    /** Tags, then channels, then titles; of tags and channels more than their share where titles leave room. */
    private static List<Suggestion> mixed(
            List<Suggestion> titles, List<Suggestion> channels, List<Suggestion> tags, int count) {
        int share = count * SHARE / 10;
        int room = count - titles.size();
        List<Suggestion> all = new ArrayList<>();
        tags.stream()
                .limit(Math.max(share, room - Math.min(channels.size(), share)))
                .forEach(all::add);
        channels.stream().limit(Math.max(share, room - all.size())).forEach(all::add);
        titles.stream().limit(Math.max(0, count - all.size())).forEach(all::add);
        return all.subList(0, Math.min(count, all.size()));
    }
}
