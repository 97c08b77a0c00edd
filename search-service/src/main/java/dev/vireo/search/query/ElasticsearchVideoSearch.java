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
import dev.vireo.search.query.ElasticsearchVideos.Source;
import dev.vireo.search.sight.Sight;
import java.util.ArrayList;
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

    private final ElasticsearchVideos videos;
    private final ElasticsearchCaptions captions;

    ElasticsearchVideoSearch(ElasticsearchVideos videos, ElasticsearchCaptions captions) {
        this.videos = videos;
        this.captions = captions;
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundVideos search(VideoQuery asked) {
        if (!(asked.sight() instanceof Sight.Here here)) {
            return found(asked, List.of());
        }
        FoundVideos found = found(asked, captions.videos(here.instance(), asked.words()));
        return found.with(captions.places(here.instance(), asked.words(), found.ids()));
    }

    private FoundVideos found(VideoQuery asked, List<String> spokenIn) {
        return found(
                videos.ask(Source.class, ElasticsearchVideos.SHOWN, search -> question(search, asked, spokenIn)),
                asked);
    }

    private static SearchRequest.Builder question(
            SearchRequest.Builder search, VideoQuery asked, List<String> spokenIn) {
        VideoQuery.Page page = asked.page();
        search.query(ElasticsearchVideoQuery.of(asked, spokenIn))
                .sort(ElasticsearchVideoQuery.sort(asked.order()))
                .trackScores(asked.sight() instanceof Sight.Everywhere)
                .trackTotalHits(track -> track.enabled(page.total()))
                .size(page.count());
        if (page.after() == null) {
            search.from(page.start());
        } else {
            search.searchAfter(ElasticsearchVideoQuery.after(page.after()));
        }
        return asked.words().isEmpty() ? search : search.highlight(highlight());
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
        Source source = Source.of(hit);
        return new FoundVideos.Found(
                Objects.requireNonNull(hit.id()),
                source.video(),
                source.views(),
                ElasticsearchVideos.score(hit),
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
}
