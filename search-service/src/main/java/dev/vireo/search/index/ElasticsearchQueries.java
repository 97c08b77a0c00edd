package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Asks the cluster on behalf of people who wait. As many at once as there are connections for them; who does not get his turn
 * soon is told to come again, so that a slow cluster does not gather a crowd.
 */
@Component
public final class ElasticsearchQueries {
    private static final int BAD_REQUEST = 400;
    /** The rest is for those who write. */
    private static final double SHARE = 0.75;

    private final ElasticsearchClient elasticsearch;
    private final Semaphore places;
    private final Duration patience;

    ElasticsearchQueries(@Qualifier("queries") ElasticsearchClient elasticsearch, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.places = new Semaphore((int) Math.ceil(properties.maxConnections() * SHARE), true);
        this.patience = properties.connectTimeout();
    }

    /**
     * The answer; UNAVAILABLE while the cluster is away, too slow or busy, or no index is up to date, INVALID_ARGUMENT
     * when the words are more than it takes.
     */
    public <T> SearchResponse<T> search(SearchRequest request, Class<T> source) {
        return answer(() -> elasticsearch.search(request, source));
    }

    /** Whether an index has anything for each of the queries, in their order; each looks no further than to the first. */
    public List<Boolean> haveAny(String index, List<Query> queries, String time) {
        MsearchRequest request = MsearchRequest.of(all -> all.index(index)
                .searches(queries.stream().map(query -> any(query, time)).toList()));
        List<Boolean> found = new ArrayList<>(queries.size());
        for (MultiSearchResponseItem<Void> item :
                answer(() -> elasticsearch.msearch(request, Void.class)).responses()) {
            if (item.isFailure()) {
                throw ElasticsearchErrors.refused(new ElasticsearchException("_msearch", item.failure()));
            }
            TotalHits total = Objects.requireNonNull(item.result().hits().total(), "An answer without its count");
            found.add(total.value() > 0);
        }
        return found;
    }

    private static RequestItem any(Query query, String time) {
        return RequestItem.of(item -> item.header(header -> header.allowPartialSearchResults(false))
                .body(body -> body.query(query)
                        .size(0)
                        .terminateAfter(1L)
                        .timeout(time)
                        .trackTotalHits(track -> track.enabled(true))));
    }

    /** A question to the cluster. */
    private interface Asked<R> {
        R ask() throws IOException;
    }

    private <R> R answer(Asked<R> question) {
        take();
        try {
            return question.ask();
        } catch (ElasticsearchException refused) {
            throw refused.status() == BAD_REQUEST
                    ? new PlatformException(
                            KitErrorCode.INVALID_ARGUMENT, "search: is too much at once: use fewer words.", refused)
                    : ElasticsearchErrors.refused(refused);
        } catch (IOException away) {
            throw ElasticsearchErrors.away(away);
        } finally {
            places.release();
        }
    }

    private void take() {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The search has too much to do at the moment: try again soon.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PlatformException(KitErrorCode.UNAVAILABLE, "The search is stopping: try again soon.", stopping);
        }
    }
}
