package dev.vireo.search.caption;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the index of captions. It knows who may see a video, a little later than the index of videos does: that narrows
 * what is found here to what the caller may see, and the question for videos decides. While no index of captions is up to
 * date, nothing is found in them.
 */
@Component
public final class ElasticsearchCaptions {
    private static final String WORDS = "words.*";
    private static final String NEARLY_ALL = "2<75%";
    private static final int MOST_VIDEOS = 1_000;
    private static final int MOST_DOCUMENTS = 100;
    private static final int PLACES = 3;

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife captions;
    private final String time;
    private final int mostVideos;

    @Autowired
    ElasticsearchCaptions(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this(elasticsearch, indexes, properties, MOST_VIDEOS);
    }

    ElasticsearchCaptions(
            ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties, int mostVideos) {
        this.elasticsearch = elasticsearch;
        this.captions = indexes.of(Kind.CAPTION);
        this.time = properties.queryTimeout().toMillis() + "ms";
        this.mostVideos = mostVideos;
    }

    /** Videos that the caller may see in which the words are spoken: the best thousand. */
    public List<String> videos(Sight.Here sight, String words) {
        // An index of an older version does not know who may see what.
        if (words.isEmpty() || !captions.answersNow() || !captions.isOfThisVersion()) {
            return List.of();
        }
        Query spoken =
                ElasticsearchSight.begin(sight).must(spoken(words)).build()._toQuery();
        SearchRequest question = begin(spoken)
                .size(mostVideos)
                .storedFields("_none_")
                .source(source -> source.fetch(false))
                .collapse(each -> each.field("video"))
                .build();
        return elasticsearch.search(question, Void.class).hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.fields().get("video")).to(String[].class)[0])
                .toList();
    }

    /** Where the words are spoken in these videos, by id; at most three places of each. */
    public Map<String, List<FoundCaption>> places(InstanceId instance, String words, List<String> videoIds) {
        if (words.isEmpty() || videoIds.isEmpty() || !captions.answersNow()) {
            return Map.of();
        }
        Query there = Query.of(query ->
                query.bool(all -> all.filter(anyOf("instance", List.of(instance.value())), anyOf("video", videoIds))
                        .must(spoken(words))));
        SearchRequest question = begin(there)
                .size(MOST_DOCUMENTS)
                .source(source -> source.filter(filter -> filter.includes("video", "language", "starts", "marks")))
                .highlight(highlight())
                .build();
        Map<String, List<FoundCaption>> places = new HashMap<>();
        elasticsearch.search(question, CaptionHit.Source.class).hits().hits().forEach(hit -> add(places, hit));
        return places;
    }

    /** Those of the language that fits best come first. */
    private static void add(Map<String, List<FoundCaption>> places, Hit<CaptionHit.Source> hit) {
        CaptionHit.Source source = Objects.requireNonNull(hit.source(), "A document without its source");
        List<FoundCaption> known = places.computeIfAbsent(source.video(), video -> new ArrayList<>());
        hit.highlight().values().stream()
                .findFirst()
                .map(texts -> new CaptionHit(source, texts).best(PLACES - known.size()))
                .ifPresent(known::addAll);
    }

    private SearchRequest.Builder begin(Query query) {
        return new SearchRequest.Builder()
                .index(captions.alias())
                .query(query)
                .trackTotalHits(track -> track.enabled(false))
                .allowPartialSearchResults(false)
                .timeout(time);
    }

    private static Query spoken(String words) {
        return Query.of(query ->
                query.multiMatch(match -> match.query(words).fields(WORDS).minimumShouldMatch(NEARLY_ALL)));
    }

    private static Query anyOf(String field, List<String> values) {
        List<FieldValue> any = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(any))));
    }

    /** Without fragments, each text in which something is found is given as a whole. */
    private static Highlight highlight() {
        return Highlight.of(highlight -> highlight
                .preTags(CaptionHit.BEGIN)
                .postTags(CaptionHit.END)
                .fields(NamedValue.of(WORDS, HighlightField.of(field -> field.numberOfFragments(0)))));
    }
}
