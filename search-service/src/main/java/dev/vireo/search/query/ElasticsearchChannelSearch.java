package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.words.ElasticsearchNames;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index of channels. */
@Component
final class ElasticsearchChannelSearch {
    private static final List<String> FIELDS =
            List.of("displayName^5", "name.words^4", "owner.displayName^2", "description");
    private static final List<String> TYPED = List.of("displayName^2", "name.words");
    private static final Query OWN =
            Query.of(query -> query.term(term -> term.field("local").value(true)));

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife channels;
    private final String time;

    ElasticsearchChannelSearch(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** A page; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    FoundChannels search(ChannelQuery asked) {
        SearchResponse<Source> answer = elasticsearch.search(request(asked), Source.class);
        var total = answer.hits().total();
        return new FoundChannels(
                total == null ? 0 : total.value(),
                answer.hits().hits().stream()
                        .map(hit -> new FoundChannels.Found(snapshot(hit.source(), hit.id())))
                        .toList());
    }

    private SearchRequest request(ChannelQuery asked) {
        return SearchRequest.of(search -> search.index(channels.alias())
                .query(query(asked))
                .sort(ElasticsearchNames.sort(
                        asked.order().sort().field(), asked.order().ascending()))
                .trackTotalHits(track -> track.enabled(asked.page().total()))
                .allowPartialSearchResults(false)
                .timeout(time)
                .source(source -> source.filter(filter -> filter.includes("snapshot")))
                .from(asked.page().start())
                .size(asked.page().count()));
    }

    /** What everybody may see comes first, whatever else is asked. */
    private static Query query(ChannelQuery asked) {
        BoolQuery.Builder all = ElasticsearchSight.beginChannels(asked.sight());
        if (!asked.of().ids().isEmpty()) {
            all.filter(anyOf("id", asked.of().ids()));
        }
        if (!asked.of().names().isEmpty()) {
            all.filter(names(asked.of().names()));
        }
        if (!asked.of().host().isEmpty()) {
            all.filter(anyOf("host", List.of(asked.of().host())));
        }
        if (!asked.words().isEmpty()) {
            all.must(ElasticsearchNames.words(asked.words(), FIELDS, TYPED));
        }
        return all.build()._toQuery();
    }

    private static Query names(Map<String, List<String>> byHost) {
        return Query.of(query -> query.bool(any -> {
            byHost.forEach((host, names) -> any.should(there -> there.bool(
                    both -> both.filter(host.isEmpty() ? OWN : anyOf("host", List.of(host)), anyOf("name", names)))));
            return any.minimumShouldMatch("1");
        }));
    }

    private static Query anyOf(String field, List<String> values) {
        List<FieldValue> any = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(any))));
    }

    static byte[] snapshot(@Nullable Source source, @Nullable String id) {
        if (source == null) {
            throw new IllegalStateException("A document without its source: " + id);
        }
        return Base64.getDecoder().decode(source.snapshot());
    }

    /** What is read of a document. */
    record Source(String snapshot) {}
}
