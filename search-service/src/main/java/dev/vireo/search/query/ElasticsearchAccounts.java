package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds accounts in the index of channels: of the channels of each owner one. */
@Component
final class ElasticsearchAccounts {
    private static final String OWNER = "owner.id";
    private static final String OWNERS = "owners";
    /** The most that Elasticsearch counts exactly. */
    private static final int EXACTLY = 40_000;

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife channels;
    private final String time;

    ElasticsearchAccounts(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** A page by the time the accounts were made; UNAVAILABLE while the index is away. */
    FoundChannels list(InstanceId instance, ChannelQuery.Page page, boolean ascending) {
        var answer = elasticsearch.search(request(instance, page, ascending), ElasticsearchChannelSearch.Source.class);
        return new FoundChannels(
                page.total()
                        ? Objects.requireNonNull(answer.aggregations().get(OWNERS))
                                .cardinality()
                                .value()
                        : 0,
                answer.hits().hits().stream()
                        .map(hit ->
                                new FoundChannels.Found(ElasticsearchChannelSearch.snapshot(hit.source(), hit.id())))
                        .toList());
    }

    private SearchRequest request(InstanceId instance, ChannelQuery.Page page, boolean ascending) {
        return SearchRequest.of(search -> {
            search.index(channels.alias())
                    .query(query(instance))
                    .collapse(one -> one.field(OWNER))
                    .sort(by("owner.createdAt", ascending ? SortOrder.Asc : SortOrder.Desc), by(OWNER, SortOrder.Asc))
                    .trackTotalHits(track -> track.enabled(false))
                    .allowPartialSearchResults(false)
                    .timeout(time)
                    .source(source -> source.filter(filter -> filter.includes("snapshot")))
                    .from(page.start())
                    .size(page.count());
            return page.total()
                    ? search.aggregations(
                            OWNERS,
                            owners -> owners.cardinality(
                                    count -> count.field(OWNER).precisionThreshold(EXACTLY)))
                    : search;
        });
    }

    private static Query query(InstanceId instance) {
        return ElasticsearchSight.beginChannels(new Sight.Everybody(instance))
                .build()
                ._toQuery();
    }

    private static SortOptions by(String name, SortOrder order) {
        return SortOptions.of(sort -> sort.field(field -> field.field(name).order(order)));
    }
}
