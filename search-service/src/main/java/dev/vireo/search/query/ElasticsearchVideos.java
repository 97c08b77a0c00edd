package dev.vireo.search.query;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Asks the index of videos, within the time that a question may take. */
@Component
public final class ElasticsearchVideos {
    /** The fields of {@link Source}. */
    public static final List<String> SHOWN = List.of("snapshot", "views");

    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final String time;

    ElasticsearchVideos(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.videos = indexes.of(Kind.VIDEO);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /**
     * What an answer shows of a video.
     *
     * @param snapshot a serialized {@code Video} in Base64
     * @param views how often it was watched
     */
    public record Source(String snapshot, long views) {
        /** Of what was found. */
        public static Source of(Hit<Source> hit) {
            return Objects.requireNonNull(hit.source(), "A document without its source");
        }

        /** A serialized {@code Video}. */
        public byte[] video() {
            return Base64.getDecoder().decode(snapshot);
        }
    }

    /** The answer; UNAVAILABLE while the cluster is away or too slow, or no index is up to date. */
    public <T> SearchResponse<T> ask(
            Class<T> type, List<String> fields, UnaryOperator<SearchRequest.Builder> question) {
        return elasticsearch.search(
                SearchRequest.of(search -> question.apply(search.index(alias())
                        .allowPartialSearchResults(false)
                        .timeout(time)
                        .source(source -> source.filter(filter -> filter.includes(fields))))),
                type);
    }

    /** How well it matches; 0 when that was not asked for. */
    static double score(Hit<?> hit) {
        Double score = hit.score();
        return score == null || score.isNaN() ? 0 : score;
    }

    /** The index that answers, to name a document in it. */
    public String alias() {
        return videos.alias();
    }
}
