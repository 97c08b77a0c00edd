package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationExecutionHint;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.CompletionContext;
import co.elastic.clients.elasticsearch.core.search.CompletionSuggestOption;
import co.elastic.clients.elasticsearch.core.search.CompletionSuggester;
import co.elastic.clients.elasticsearch.core.search.FieldSuggester;
import co.elastic.clients.elasticsearch.core.search.SuggestFuzziness;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Asks the index for titles and tags. Titles, from each of their words on, are in the index's completion field, which
 * has them for listed videos alone, by instance; tags are counted among some of the listed videos that have a fitting
 * one.
 */
@Component
final class ElasticsearchSuggestions {
    private static final String TITLES = "titles";
    private static final String TAGS = "tags";
    /** Videos of the same title are one suggestion. */
    private static final int SPARE = 2;
    /** Enough to see which tags are used most, and no more than a moment's work. */
    private static final int COUNTED = 2_000;

    private static final int MOST_TAGS = 50;
    /** Of ten suggestions three are tags when there are enough of both. */
    private static final int SHARE_OF_TAGS = 3;

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final String time;

    ElasticsearchSuggestions(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.videos = indexes.of(Kind.VIDEO);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** At most {@code count}; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        SearchResponse<Source> asTyped = elasticsearch.search(
                suggest(instance, typed, count, false)
                        .query(tagged(instance.value(), typed))
                        .terminateAfter((long) COUNTED)
                        .aggregations(TAGS, countedTags())
                        .build(),
                Source.class);
        List<Suggestion> tags = tags(asTyped, Typed.folded(typed));
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        add(titles, asTyped);
        if (titles.size() + tags.size() < count) {
            add(
                    titles,
                    elasticsearch.search(suggest(instance, typed, count, true).build(), Source.class));
        }
        return mixed(List.copyOf(titles.values()), tags, count);
    }

    private SearchRequest.Builder suggest(InstanceId instance, String typed, int count, boolean typo) {
        return new SearchRequest.Builder()
                .index(videos.alias())
                .size(0)
                .source(source -> source.filter(filter -> filter.includes("id", "name")))
                .timeout(time)
                .trackTotalHits(track -> track.enabled(false))
                .suggest(Suggester.of(
                        suggest -> suggest.suggesters(TITLES, completion(instance.value(), typed, count, typo))));
    }

    private static Query tagged(String instance, String typed) {
        return Query.of(query -> query.bool(all -> all.filter(
                        of -> of.term(term -> term.field("instance").value(instance)))
                .filter(of -> of.term(term -> term.field("listed").value(true)))
                .filter(of -> of.prefix(prefix -> prefix.field("tags").value(typed)))));
    }

    /** As their owners write them. Ordinals of all tags there are would have to be made again after each change. */
    private static Aggregation countedTags() {
        return Aggregation.of(tags -> tags.terms(
                terms -> terms.field("tags.written").size(MOST_TAGS).executionHint(TermsAggregationExecutionHint.Map)));
    }

    private static FieldSuggester completion(String instance, String typed, int count, boolean typo) {
        return FieldSuggester.of(suggester -> suggester.prefix(typed).completion(CompletionSuggester.of(completion -> {
            completion
                    .field("suggest")
                    .size(count * SPARE)
                    .contexts(
                            "instance",
                            List.of(CompletionContext.of(context -> context.context(name -> name.category(instance)))));
            return typo
                    ? completion.fuzzy(SuggestFuzziness.of(
                            fuzzy -> fuzzy.fuzziness("AUTO").prefixLength(1).unicodeAware(true)))
                    : completion;
        })));
    }

    /** Videos of the same title are one suggestion. */
    private static void add(Map<String, Suggestion> byTitle, SearchResponse<Source> answer) {
        answer.suggest().getOrDefault(TITLES, List.of()).stream()
                .flatMap(entry -> entry.completion().options().stream())
                .map(CompletionSuggestOption::source)
                .filter(Objects::nonNull)
                .forEach(source -> byTitle.putIfAbsent(
                        Typed.folded(source.name()),
                        new Suggestion(Suggestion.Kind.VIDEO, source.name(), source.id())));
    }

    /** Those that are used most, however they are written, each in the way it is written most. */
    private static List<Suggestion> tags(SearchResponse<Source> answer, String typed) {
        Map<String, Used> byText = new LinkedHashMap<>();
        Objects.requireNonNull(answer.aggregations().get(TAGS)).sterms().buckets().array().stream()
                .map(bucket -> new Used(bucket.key().stringValue(), bucket.docCount()))
                .filter(tag -> Typed.folded(tag.written()).startsWith(typed))
                .forEach(tag -> byText.merge(Typed.folded(tag.written()), tag, Used::plus));
        return byText.values().stream()
                .sorted(Comparator.comparingLong(Used::times).reversed())
                .map(tag -> new Suggestion(Suggestion.Kind.TAG, tag.written(), ""))
                .toList();
    }

    private record Used(String written, long times) {
        Used plus(Used other) {
            return new Used(written, times + other.times);
        }
    }

    private static List<Suggestion> mixed(List<Suggestion> titles, List<Suggestion> tags, int count) {
        int most = Math.max(count * SHARE_OF_TAGS / 10, count - titles.size());
        List<Suggestion> all = new ArrayList<>(tags.subList(0, Math.min(tags.size(), most)));
        titles.stream().limit(count - all.size()).forEach(all::add);
        return all;
    }

    /** What is read of a video. */
    record Source(String id, String name) {}
}
