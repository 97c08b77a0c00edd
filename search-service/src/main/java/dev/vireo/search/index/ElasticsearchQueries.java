package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch._types.RefreshStats;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.elasticsearch.indices.stats.ShardSequenceNumber;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
        return inTurn(() -> elasticsearch.search(request, source));
    }

    /**
     * How far an index is.
     *
     * @param refreshes how often it began to show other documents; starts again with its node
     * @param changes how many it was sent in all, whether it shows them yet or not; never starts again
     */
    public record Progress(long refreshes, long changes) {}

    /**
     * How far each of these indexes is: equal to what it was before exactly while questions are answered as before, or are
     * about to be answered otherwise. UNAVAILABLE as above.
     */
    public Map<String, Progress> progress(List<String> names) {
        return inTurn(() -> elasticsearch
                        .indices()
                        .stats(stats -> stats.index(names)
                                .metric(CommonStatsFlag.Refresh)
                                .level(Level.Shards)))
                .indices()
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, index -> progress(index.getValue())));
    }

    private static Progress progress(IndicesStats index) {
        RefreshStats refreshes = Objects.requireNonNull(index.total(), "An index without figures")
                .refresh();
        long changes = index.shards().values().stream()
                .flatMap(List::stream)
                .map(ShardStats::seqNo)
                .filter(Objects::nonNull)
                .mapToLong(ShardSequenceNumber::maxSeqNo)
                .sum();
        return new Progress(
                Objects.requireNonNull(refreshes, "An index without refreshes").externalTotal(), changes);
    }

    /** What is asked of the cluster. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T inTurn(Question<T> question) {
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
