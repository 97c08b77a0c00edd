package dev.vireo.search.playlist;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.words.ElasticsearchNames;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index of playlists, and that of videos for their pictures. */
@Component
final class ElasticsearchPlaylistSearch {
    private static final List<String> FIELDS =
            List.of("displayName^5", "channel.displayName^2", "account.displayName", "description");
    private static final List<String> TYPED = List.of("displayName");

    private final ElasticsearchQueries elasticsearch;
    private final ElasticsearchCovers covers;
    private final IndexLife playlists;
    private final String time;

    ElasticsearchPlaylistSearch(
            ElasticsearchQueries elasticsearch,
            ElasticsearchCovers covers,
            Indexes indexes,
            IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.covers = covers;
        this.playlists = indexes.of(Kind.PLAYLIST);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundPlaylists search(PlaylistQuery asked) {
        SearchResponse<Source> answer = elasticsearch.search(request(asked), Source.class);
        List<Hit<Source>> hits = answer.hits().hits();
        Map<String, ElasticsearchVideos.Shown> pictures = covers.of(
                asked.sight(),
                hits.stream()
                        .flatMap(hit -> Stream.ofNullable(source(hit).cover()))
                        .toList());
        var total = answer.hits().total();
        return new FoundPlaylists(
                total == null ? 0 : total.value(),
                hits.stream().map(hit -> found(hit, pictures)).toList());
    }

    private static FoundPlaylists.Found found(Hit<Source> hit, Map<String, ElasticsearchVideos.Shown> pictures) {
        Source source = source(hit);
        return new FoundPlaylists.Found(
                Base64.getDecoder().decode(source.snapshot()),
                source.cover() == null ? null : pictures.get(source.cover()));
    }

    private SearchRequest request(PlaylistQuery asked) {
        return SearchRequest.of(search -> search.index(playlists.alias())
                .query(query(asked))
                .sort(ElasticsearchNames.sort(
                        asked.order().sort().field(), asked.order().ascending()))
                .trackTotalHits(track -> track.enabled(asked.page().total()))
                .allowPartialSearchResults(false)
                .timeout(time)
                .source(source -> source.filter(filter -> filter.includes("snapshot", "cover")))
                .from(asked.page().start())
                .size(asked.page().count()));
    }

    /** What everybody may see comes first, whatever else is asked. */
    private static Query query(PlaylistQuery asked) {
        BoolQuery.Builder all = ElasticsearchSight.beginPlaylists(asked.sight());
        PlaylistQuery.Of of = asked.of();
        if (!of.ids().isEmpty()) {
            List<FieldValue> ids = of.ids().stream().map(FieldValue::of).toList();
            all.filter(each -> each.terms(terms -> terms.field("id").terms(any -> any.value(ids))));
        }
        exactly(all, "host", of.host());
        exactly(all, "account.name", of.account());
        exactly(all, "channel.name", of.channel());
        if (of.filled()) {
            all.filter(each -> each.range(
                    range -> range.number(number -> number.field("length").gte(1.0))));
        }
        if (!asked.words().isEmpty()) {
            all.must(ElasticsearchNames.words(asked.words(), FIELDS, TYPED));
        }
        return all.build()._toQuery();
    }

    private static void exactly(BoolQuery.Builder all, String field, String text) {
        if (!text.isEmpty()) {
            all.filter(each -> each.term(term -> term.field(field).value(text)));
        }
    }

    private static Source source(Hit<Source> hit) {
        return Objects.requireNonNull(hit.source(), "A document without its source");
    }

    /** What is read of a document. */
    record Source(String snapshot, @Nullable String cover) {}
}
