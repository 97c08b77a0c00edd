package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.Rescore;
import co.elastic.clients.elasticsearch.core.search.ScoreMode;
import dev.vireo.search.caption.ElasticsearchCaptions;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.sight.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the index. */
@Component
final class ElasticsearchVideoSearch {
    private static final List<String> ID = List.of("id");

    /** Nobody turns more pages than these are for the order of two that are nearly as good. */
    private static final int WEIGHED = 150;

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
        return videos.show(search -> place(asked, search)
                .query(ElasticsearchVideoQuery.of(asked))
                .sort(ElasticsearchVideoQuery.sort(asked.order()))
                .trackTotalHits(track -> track.enabled(asked.page().total())));
    }

    /** Counting costs a fraction of finding, so that what is found is found but once, in the right way. */
    private FoundVideos withWords(VideoQuery asked, List<String> spokenIn) {
        Cursor after = asked.page().after();
        Reach known = after == null ? null : after.reach();
        long there = known == null || asked.page().total() ? counted(asked, Reach.TEXTS, spokenIn) : 0;
        Reach reach = known == null ? Reach.of(asked.order(), asked.words(), there, enough) : known;
        ElasticsearchWords words = new ElasticsearchWords(asked.words(), reach);
        List<Hit<Void>> hits = hits(asked, words, words.query(spokenIn), search -> place(asked, search));
        return switch (reach) {
            case TITLES -> titlesFirst(asked, words, hits, there, spokenIn);
            case TEXTS -> found(asked, reach, there, hits);
            case TYPOS -> found(asked, reach, asked.page().total() ? total(asked, reach, hits, spokenIn) : 0, hits);
        };
    }

    /** How many have the words; no more than all pages can show. */
    private long counted(VideoQuery asked, Reach reach, List<String> spokenIn) {
        Query words = new ElasticsearchWords(asked.words(), reach).query(spokenIn);
        return total(videos.ask(
                Void.class,
                ID,
                search -> search.query(ElasticsearchVideoQuery.unordered(asked, words))
                        .preference(sameCopy(asked))
                        .size(0)
                        .trackTotalHits(track -> track.count(Inputs.MOST_DEEP))));
    }

    /** The last page says it. */
    private long total(VideoQuery asked, Reach reach, List<Hit<Void>> hits, List<String> spokenIn) {
        VideoQuery.Page page = asked.page();
        boolean last = hits.size() < page.count() && (page.start() == 0 || !hits.isEmpty());
        return last && (page.after() == null || page.after().counts())
                ? page.start() + hits.size()
                : counted(asked, reach, spokenIn);
    }

    /** What has the words in descriptions alone comes behind the titles, and is in the total. */
    private FoundVideos titlesFirst(
            VideoQuery asked, ElasticsearchWords words, List<Hit<Void>> titles, long total, List<String> spokenIn) {
        List<Hit<Void>> hits = new ArrayList<>(titles);
        int missing = asked.page().count() - hits.size();
        long inTitles = 0;
        if (missing > 0) {
            inTitles = total(asked, Reach.TITLES, titles, spokenIn);
            int from = (int) Math.max(0, asked.page().start() - inTitles);
            hits.addAll(hits(
                    asked,
                    words,
                    words.inDescriptionsAlone(spokenIn),
                    search -> search.from(from).size(missing)));
        }
        return found(asked, Reach.TITLES, Math.max(inTitles, total), hits);
    }

    private List<Hit<Void>> hits(
            VideoQuery asked, ElasticsearchWords words, Query query, UnaryOperator<SearchRequest.Builder> more) {
        UnaryOperator<SearchRequest.Builder> marked =
                search -> more.apply(search).highlight(words.highlight()).trackTotalHits(track -> track.enabled(false));
        SearchResponse<Void> answer = asked.order().best()
                ? best(asked, words, query, marked)
                : videos.marked(search -> marked.apply(search)
                        .query(ElasticsearchVideoQuery.of(asked, query))
                        .sort(ElasticsearchVideoQuery.sort(asked.order())));
        return answer.hits().hits();
    }

    /**
     * By score alone the index passes over all that cannot be among the best; freshness and views are weighed among those.
     * Equal ones stand as they lie in one copy of the index: a question always asks the same one.
     */
    private SearchResponse<Void> best(
            VideoQuery asked, ElasticsearchWords words, Query query, UnaryOperator<SearchRequest.Builder> more) {
        return videos.marked(search -> more.apply(search)
                .query(ElasticsearchVideoQuery.of(asked, query))
                .preference(sameCopy(asked))
                .rescore(
                        among(words.titled(), ScoreMode.Total),
                        among(ElasticsearchVideoQuery.better(asked), ScoreMode.Multiply)));
    }

    /** Copies of the index take what is new at different moments: all that is asked about one list is asked of one of them. */
    private static String sameCopy(VideoQuery asked) {
        return "words-" + asked.words().hashCode();
    }

    private static Rescore among(Query query, ScoreMode mode) {
        return Rescore.of(best ->
                best.windowSize(WEIGHED).query(again -> again.query(query).scoreMode(mode)));
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
                hits.size() < asked.page().count() ? null : cursor(asked, reach, hits.getLast()),
                reach == Reach.TYPOS);
    }

    private static FoundVideos.Found video(Hit<Void> hit) {
        return new FoundVideos.Found(
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
        String id = Shown.of(last).id();
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
