package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index of channels for names; while none is up to date, there are none. */
@Component
final class ElasticsearchChannelNames {
    private final ElasticsearchQueries elasticsearch;
    private final IndexLife channels;
    private final String time;

    ElasticsearchChannelNames(ElasticsearchQueries elasticsearch, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    List<Suggestion> find(ElasticsearchCompletions asked) {
        if (!channels.answersNow()) {
            return List.of();
        }
        SearchResponse<Source> answer = elasticsearch.search(
                asked.ask(channels.alias(), time, "id", "name", "displayName", "local", "host")
                        .build(),
                Source.class);
        return ElasticsearchCompletions.of(answer)
                .map(found -> new Suggestion(Suggestion.Kind.CHANNEL, found.displayName(), found.id(), found.handle()))
                .distinct()
                .toList();
    }

    /** What is read of a channel. */
    record Source(
            String id,
            String name,
            String displayName,
            boolean local,
            @Nullable String host) {
        String handle() {
            return local || host == null ? name : name + "@" + host;
        }
    }
}
