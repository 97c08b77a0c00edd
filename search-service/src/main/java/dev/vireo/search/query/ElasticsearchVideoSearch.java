package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.vireo.search.caption.ElasticsearchCaptions;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.sight.Sight;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index. */
@Component
final class ElasticsearchVideoSearch {
    /** As deep as pages go; to count on would cost as much as to find. */
    private static final int MOST_COUNTED = 10_000;

    private final ElasticsearchVideos videos;
    private final ElasticsearchCaptions captions;

    ElasticsearchVideoSearch(ElasticsearchVideos videos, ElasticsearchCaptions captions) {
        this.videos = videos;
        this.captions = captions;
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundVideos search(VideoQuery asked) {
        if (asked.words().isEmpty()) {
            return found(listed(asked), asked);
        }
        if (!(asked.sight() instanceof Sight.Here here)) {
            return found(withWords(asked, List.of()), asked);
        }
        List<String> spokenIn = captions.videos(here.instance(), asked.words());
        FoundVideos found = found(withWords(asked, spokenIn), asked);
        List<String> spoken =
                found.ids().stream().filter(Set.copyOf(spokenIn)::contains).toList();
        return found.with(captions.places(here.instance(), asked.words(), spoken));
    }

    private SearchResponse<Void> listed(VideoQuery asked) {
        return ask(
                asked,
                ElasticsearchVideoQuery.of(asked),
                search -> search.trackTotalHits(
                        track -> track.enabled(asked.page().total())));
    }

    /** As far as it takes to find enough, which each page finds out anew: what changes meanwhile may move the border. */
    private SearchResponse<Void> withWords(VideoQuery asked, List<String> spokenIn) {
        Optional<ElasticsearchWords> next = Optional.of(ElasticsearchWords.begin(asked));
        SearchResponse<Void> found;
        do {
            found = withWords(asked, next.get(), spokenIn);
            next = next.get().further(total(found));
        } while (next.isPresent());
        return found;
    }

    private SearchResponse<Void> withWords(VideoQuery asked, ElasticsearchWords words, List<String> spokenIn) {
        return ask(
                asked,
                ElasticsearchVideoQuery.of(asked, words.query(spokenIn)),
                search -> search.highlight(words.highlight()).trackTotalHits(track -> track.count(MOST_COUNTED)));
    }

    private SearchResponse<Void> ask(VideoQuery asked, Query query, UnaryOperator<SearchRequest.Builder> more) {
        VideoQuery.Page page = asked.page();
        return videos.show(search -> {
            more.apply(search)
                    .query(query)
                    .sort(ElasticsearchVideoQuery.sort(asked.order()))
                    .trackScores(asked.sight() instanceof Sight.Everywhere)
                    .size(page.count());
            return page.after() == null
                    ? search.from(page.start())
                    : search.searchAfter(ElasticsearchVideoQuery.after(page.after()));
        });
    }

    private static long total(SearchResponse<Void> answer) {
        var total = answer.hits().total();
        return total == null ? 0 : total.value();
    }

    private static FoundVideos found(SearchResponse<Void> answer, VideoQuery asked) {
        List<Hit<Void>> hits = answer.hits().hits();
        return new FoundVideos(
                asked.page().total() ? total(answer) : 0,
                hits.stream().map(ElasticsearchVideoSearch::video).toList(),
                hits.size() < asked.page().count() ? null : cursor(asked.order(), hits.getLast()));
    }

    private static FoundVideos.Found video(Hit<Void> hit) {
        Shown shown = Shown.of(hit);
        return new FoundVideos.Found(
                Objects.requireNonNull(hit.id()),
                shown.snapshot(),
                shown.views(),
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

    private static @Nullable Cursor cursor(VideoQuery.Order order, Hit<Void> last) {
        return last.sort().size() == 2
                ? new Cursor(order, text(last.sort().getFirst()), Objects.requireNonNull(last.id()))
                : null;
    }

    private static String text(FieldValue value) {
        return value.isString() ? value.stringValue() : value._toJsonString();
    }
}
