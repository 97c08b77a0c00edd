package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationExecutionHint;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
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

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final ElasticsearchChannelNames names;
    private final String time;

    ElasticsearchSuggestions(
            ElasticsearchQueries elasticsearch,
            Indexes indexes,
            ElasticsearchChannelNames names,
            IndexProperties properties) {
        this.names = names;
        this.elasticsearch = elasticsearch;
        this.videos = indexes.of(Kind.VIDEO);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** At most {@code count}; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        ElasticsearchCompletions asked = new ElasticsearchCompletions(instance, typed, count * SPARE, false);
        SearchResponse<Source> asTyped = elasticsearch.search(
                titles(asked)
                        .query(tagged(instance.value(), typed))
                        .terminateAfter((long) COUNTED)
                        .aggregations(TAGS, countedTags())
                        .build(),
                Source.class);
        List<Suggestion> tags = tags(asTyped, Typed.folded(typed));
        List<Suggestion> channels = names.find(asked);
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        add(titles, asTyped);
        if (titles.size() + channels.size() + tags.size() < count) {
            ElasticsearchCompletions nearly = asked.forgiving();
            add(titles, elasticsearch.search(titles(nearly).build(), Source.class));
            channels = names.find(nearly);
        }
        return mixed(List.copyOf(titles.values()), channels, tags, count);
    }

    private SearchRequest.Builder titles(ElasticsearchCompletions asked) {
        return asked.ask(videos.alias(), time, "id", "name");
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

    /** Videos of the same title are one suggestion. */
    private static void add(Map<String, Suggestion> byTitle, SearchResponse<Source> answer) {
        ElasticsearchCompletions.of(answer)
                .forEach(source -> byTitle.putIfAbsent(
                        Typed.folded(source.name()),
                        new Suggestion(Suggestion.Kind.VIDEO, source.name(), source.id(), "")));
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

    /** What is read of a video. */
    record Source(String id, String name) {}
}
