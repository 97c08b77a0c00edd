package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.vireo.search.caption.ElasticsearchCaptions;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.sight.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the index. */
@Component
final class ElasticsearchVideoSearch {
    private static final List<String> ID = List.of("id");

    private final ElasticsearchVideos videos;
    private final ElasticsearchCaptions captions;
    private final int enough;

    @Autowired
    ElasticsearchVideoSearch(ElasticsearchVideos videos, ElasticsearchCaptions captions) {
        this(videos, captions, Reach.ENOUGH);
    }

    ElasticsearchVideoSearch(ElasticsearchVideos videos, ElasticsearchCaptions captions, int enough) {
        this.videos = videos;
        this.captions = captions;
        this.enough = enough;
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundVideos search(VideoQuery asked) {
        if (asked.words().isEmpty()) {
            SearchResponse<Void> listed = listed(asked);
            return found(asked, null, total(listed), listed.hits().hits());
        }
        if (!(asked.sight() instanceof Sight.Here here)) {
            return withWords(asked, List.of());
        }
        List<String> spokenIn = captions.videos(here, asked.words());
        FoundVideos found = withWords(asked, spokenIn);
        List<String> spoken =
                found.ids().stream().filter(Set.copyOf(spokenIn)::contains).toList();
        return found.with(captions.places(here.instance(), asked.words(), spoken));
    }

    private SearchResponse<Void> listed(VideoQuery asked) {
        return ask(
                asked,
                ElasticsearchVideoQuery.of(asked),
                search -> place(asked, search)
                        .trackTotalHits(track -> track.enabled(asked.page().total())));
    }

    /** Counting costs a tenth of finding, so that what is found is found but once, in the right way. */
    private FoundVideos withWords(VideoQuery asked, List<String> spokenIn) {
        Cursor after = asked.page().after();
        Reach known = after == null ? null : after.reach();
        long there = known == null || (known == Reach.TITLES && asked.page().total()) ? counted(asked, spokenIn) : 0;
        Reach reach = known == null ? Reach.of(asked.order(), asked.words(), there, enough) : known;
        ElasticsearchWords words = new ElasticsearchWords(asked.words(), reach);
        SearchResponse<Void> answer = withWords(asked, words, words.query(spokenIn), search -> place(asked, search));
        return reach == Reach.TITLES
                ? titlesFirst(asked, words, answer, there, spokenIn)
                : found(asked, reach, total(answer), answer.hits().hits());
    }

    /** In titles or descriptions; no more than all pages can show. */
    private long counted(VideoQuery asked, List<String> spokenIn) {
        Query texts = new ElasticsearchWords(asked.words(), Reach.TEXTS).query(spokenIn);
        return total(videos.ask(
                Void.class,
                ID,
                search -> search.query(ElasticsearchVideoQuery.unordered(asked, texts))
                        .size(0)
                        .trackTotalHits(track -> track.count(Inputs.MOST_DEEP))));
    }

    /** What has the words in descriptions alone comes behind the titles, and is in the total. */
    private FoundVideos titlesFirst(
            VideoQuery asked,
            ElasticsearchWords words,
            SearchResponse<Void> titles,
            long total,
            List<String> spokenIn) {
        List<Hit<Void>> hits = new ArrayList<>(titles.hits().hits());
        int start = asked.page().start();
        int missing = asked.page().count() - hits.size();
        if (missing > 0) {
            int from = (int) Math.max(0, start - total(titles));
            hits.addAll(withWords(
                            asked,
                            words,
                            words.inDescriptionsAlone(spokenIn),
                            search -> search.from(from).size(missing))
                    .hits()
                    .hits());
        }
        return found(asked, Reach.TITLES, Math.max(total(titles), total), hits);
    }

    private SearchResponse<Void> withWords(
            VideoQuery asked, ElasticsearchWords words, Query query, UnaryOperator<SearchRequest.Builder> more) {
        return ask(
                asked,
                ElasticsearchVideoQuery.of(asked, query),
                search -> more.apply(search)
                        .highlight(words.highlight())
                        .trackTotalHits(track -> track.count(Inputs.MOST_DEEP)));
    }

    private SearchResponse<Void> ask(VideoQuery asked, Query query, UnaryOperator<SearchRequest.Builder> more) {
        return videos.show(search -> more.apply(search).query(query).sort(ElasticsearchVideoQuery.sort(asked.order())));
    }

    private static SearchRequest.Builder place(VideoQuery asked, SearchRequest.Builder search) {
        VideoQuery.Page page = asked.page();
        Cursor after = page.after();
        search.size(page.count());
        return after == null || after.counts()
                ? search.from(page.start())
                : search.searchAfter(ElasticsearchVideoQuery.after(after));
    }

    private static long total(SearchResponse<?> answer) {
        var total = answer.hits().total();
        return total == null ? 0 : total.value();
    }

    private static FoundVideos found(VideoQuery asked, @Nullable Reach reach, long total, List<Hit<Void>> hits) {
        return new FoundVideos(
                asked.page().total() ? total : 0,
                hits.stream().map(ElasticsearchVideoSearch::video).toList(),
                hits.size() < asked.page().count() ? null : cursor(asked, reach, hits.getLast()));
    }

    private static FoundVideos.Found video(Hit<Void> hit) {
        return new FoundVideos.Found(
                Objects.requireNonNull(hit.id()),
                Shown.of(hit),
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

    private static @Nullable Cursor cursor(VideoQuery asked, @Nullable Reach reach, Hit<Void> last) {
        String id = Objects.requireNonNull(last.id());
        if (asked.order().sort() == VideoQuery.Sort.MATCH) {
            int shown = asked.page().start() + asked.page().count();
            return shown < Inputs.MOST_DEEP ? new Cursor(asked.order(), reach, String.valueOf(shown), id) : null;
        }
        return last.sort().size() == 2
                ? new Cursor(asked.order(), reach, text(last.sort().getFirst()), id)
                : null;
    }

    private static String text(FieldValue value) {
        return value.isString() ? value.stringValue() : value._toJsonString();
    }
}
