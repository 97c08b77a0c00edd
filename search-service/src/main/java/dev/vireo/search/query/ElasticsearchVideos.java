package dev.vireo.search.query;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
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
    private static final String ID = "id";
    private static final String SNAPSHOT = "snapshot";
    private static final String VIEWS = "views";
    private static final String COMMENTS = "comments";

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
     * @param id a UUID
     * @param snapshot a serialized {@code Video}
     * @param views how often it was watched
     * @param comments how many everybody may read
     */
    public record Shown(String id, byte[] snapshot, long views, long comments) {
        /** Of what {@link ElasticsearchVideos#show} found. */
        public static Shown of(Hit<Void> hit) {
            return new Shown(
                    value(hit, ID).to(String[].class)[0],
                    Base64.getDecoder().decode(value(hit, SNAPSHOT).to(String[].class)[0]),
                    value(hit, VIEWS).to(long[].class)[0],
                    comments(hit));
        }

        /** None in an index of the version before, which answers until the new one is filled. */
        private static long comments(Hit<Void> hit) {
            return hit.fields().containsKey(COMMENTS) ? value(hit, COMMENTS).to(long[].class)[0] : 0;
        }

        private static JsonData value(Hit<Void> hit, String field) {
            return Objects.requireNonNull(hit.fields().get(field), "A document that misses a field");
        }
    }

    /**
     * What is shown of those that are found; UNAVAILABLE while the cluster is away or too slow, or no index is up to
     * date. It is read from columns: the documents themselves have the same words several times over.
     */
    public SearchResponse<Void> show(UnaryOperator<SearchRequest.Builder> question) {
        return marked(search -> question.apply(search.storedFields("_none_")));
    }

    /** The same of those whose words are to be marked, which takes the documents themselves. */
    SearchResponse<Void> marked(UnaryOperator<SearchRequest.Builder> question) {
        return elasticsearch.search(
                SearchRequest.of(search -> question.apply(begin(search)
                        .source(source -> source.fetch(false))
                        .docvalueFields(field -> field.field(ID))
                        .docvalueFields(field -> field.field(SNAPSHOT))
                        .docvalueFields(field -> field.field(VIEWS))
                        .docvalueFields(field -> field.field(COMMENTS)))),
                Void.class);
    }

    /** These fields of those that are found; UNAVAILABLE as above. */
    public <T> SearchResponse<T> ask(
            Class<T> type, List<String> fields, UnaryOperator<SearchRequest.Builder> question) {
        return elasticsearch.search(
                SearchRequest.of(search -> question.apply(
                        begin(search).source(source -> source.filter(filter -> filter.includes(fields))))),
                type);
    }

    private SearchRequest.Builder begin(SearchRequest.Builder search) {
        return search.index(alias()).allowPartialSearchResults(false).timeout(time);
    }

    /** The index that answers, to name a document in it. */
    public String alias() {
        return videos.alias();
    }
}
