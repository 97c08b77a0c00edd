package dev.vireo.search.suggest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.ElasticsearchQueries.Progress;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The indexes from which suggestions come, and whether they changed: what they answered before holds until then. */
@Component
final class SuggestedIndexes {
    private final ElasticsearchQueries elasticsearch;
    private final IndexLife videos;
    private final IndexLife channels;
    private final LoadingCache<List<String>, Map<String, Progress>> states;

    SuggestedIndexes(ElasticsearchQueries elasticsearch, Indexes indexes, SuggestProperties properties) {
        this.elasticsearch = elasticsearch;
        this.videos = indexes.of(Kind.VIDEO);
        this.channels = indexes.of(Kind.CHANNEL);
        // Asked again before it is too old while it is used, so that nobody has to wait.
        this.states = Caffeine.newBuilder()
                .expireAfterWrite(properties.age().dividedBy(2))
                .refreshAfterWrite(properties.age().dividedBy(4))
                .build(elasticsearch::progress);
    }

    /** No channels while none are up to date, or from an index that keeps them where titles are asked for. */
    List<String> names() {
        return channels.answersNow() && channels.isOfThisVersion()
                ? List.of(videos.alias(), channels.alias())
                : List.of(videos.alias());
    }

    /** Equal to what it was exactly while nothing changed; of a moment ago. UNAVAILABLE while the cluster is away. */
    Map<String, Progress> lately() {
        return states.get(names());
    }

    /** The same, of now. */
    Map<String, Progress> now() {
        return elasticsearch.progress(names());
    }
}
