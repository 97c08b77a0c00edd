package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import dev.vireo.search.caption.ElasticsearchCaptions;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index. */
@Component
final class ElasticsearchVideoSearch {
    private static final int PIECE = 150;
    private static final int PIECES = 2;
    private static final List<String> NAMES = List.of("name", "in.*.name");
    private static final List<String> DESCRIPTIONS = List.of("description", "in.*.description");

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final ElasticsearchCaptions captions;
    private final String time;

    ElasticsearchVideoSearch(
            ElasticsearchQueries elasticsearch,
            Indexes indexes,
            ElasticsearchCaptions captions,
            IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.captions = captions;
        this.videos = indexes.of(Kind.VIDEO);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundVideos search(VideoQuery asked) {
        List<String> spokenIn = captions.videos(asked.sight().instance(), asked.words());
        FoundVideos found = found(elasticsearch.search(request(asked, spokenIn), Source.class), asked);
        return found.with(captions.places(asked.sight().instance(), asked.words(), found.ids()));
    }

    private SearchRequest request(VideoQuery asked, List<String> spokenIn) {
        VideoQuery.Page page = asked.page();
        return SearchRequest.of(search -> {
            search.index(videos.alias())
                    .query(ElasticsearchVideoQuery.of(asked, spokenIn))
                    .sort(ElasticsearchVideoQuery.sort(asked.order()))
                    .trackScores(false)
                    .trackTotalHits(track -> track.enabled(page.total()))
                    .allowPartialSearchResults(false)
                    .timeout(time)
                    .source(source -> source.filter(filter -> filter.includes("snapshot", "views")))
                    .size(page.count());
            if (page.after() == null) {
                search.from(page.start());
            } else {
                search.searchAfter(ElasticsearchVideoQuery.after(page.after()));
            }
            return asked.words().isEmpty() ? search : search.highlight(highlight());
        });
    }

    private static Highlight highlight() {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        NAMES.forEach(name -> fields.add(NamedValue.of(name, HighlightField.of(field -> field.numberOfFragments(0)))));
        DESCRIPTIONS.forEach(name -> fields.add(NamedValue.of(
                name, HighlightField.of(field -> field.numberOfFragments(PIECES).fragmentSize(PIECE)))));
        return Highlight.of(highlight -> highlight
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .fields(fields));
    }

    private static FoundVideos found(SearchResponse<Source> answer, VideoQuery asked) {
        List<Hit<Source>> hits = answer.hits().hits();
        var total = answer.hits().total();
        return new FoundVideos(
                total == null ? 0 : total.value(),
                hits.stream().map(ElasticsearchVideoSearch::video).toList(),
                hits.size() < asked.page().count() ? null : cursor(asked.order(), hits.getLast()));
    }

    private static FoundVideos.Found video(Hit<Source> hit) {
        Source source = hit.source();
        if (source == null) {
            throw new IllegalStateException("A document without its source: " + hit.id());
        }
        return new FoundVideos.Found(
                Objects.requireNonNull(hit.id()),
                Base64.getDecoder().decode(source.snapshot()),
                source.views(),
                first(hit.highlight(), "name").stream().findFirst().orElse(""),
                first(hit.highlight(), "description"),
                List.of());
    }

    /** The text's own language finds more words than the plain form. */
    private static List<String> first(Map<String, List<String>> highlights, String field) {
        return highlights.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("in.") && entry.getKey().endsWith("." + field))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> highlights.getOrDefault(field, List.of()));
    }

    private static @Nullable Cursor cursor(VideoQuery.Order order, Hit<Source> last) {
        if (last.sort().size() != 2) {
            return null;
        }
        return new Cursor(
                order, text(last.sort().getFirst()), last.sort().getLast().stringValue());
    }

    private static String text(FieldValue value) {
        return value.isString() ? value.stringValue() : value._toJsonString();
    }

    /** What is read of a document. */
    record Source(String snapshot, long views) {}
}
