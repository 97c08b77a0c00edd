package dev.vireo.search.sight;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.vireo.kit.identity.Caller;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import org.springframework.stereotype.Component;

/** Says whose an account or a channel is; each account has a channel, so the index of channels knows. */
@Component
final class ElasticsearchOwners {
    private final ElasticsearchQueries elasticsearch;
    private final IndexLife channels;
    private final String time;

    ElasticsearchOwners(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** Whether both are the caller's, as far as they are named; UNAVAILABLE while the index is away. */
    boolean owns(Caller caller, Party account, Party channel) {
        BoolQuery.Builder all = ElasticsearchSight.beginChannels(new Sight.Everybody(caller.instance()));
        exactly(all, "owner.subject", caller.requireSubject());
        exactly(all, "owner.name", account.name());
        exactly(all, "owner.id", account.id());
        exactly(all, "name", channel.name());
        exactly(all, "id", channel.id());
        Query query = all.build()._toQuery();
        SearchRequest one = SearchRequest.of(search -> search.index(channels.alias())
                .query(query)
                .size(1)
                .timeout(time)
                .allowPartialSearchResults(false)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.fetch(false)));
        return !elasticsearch.search(one, Void.class).hits().hits().isEmpty();
    }

    private static void exactly(BoolQuery.Builder all, String field, String text) {
        if (!text.isEmpty()) {
            all.filter(Query.of(query -> query.term(term -> term.field(field).value(text))));
        }
    }
}
