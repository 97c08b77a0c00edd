package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The cluster as it was some seconds ago. */
@Component
public final class ElasticsearchCluster {
    private final ElasticsearchClient elasticsearch;
    private volatile State state = State.AWAY;

    ElasticsearchCluster(@Qualifier("queries") ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** From good to bad. */
    public enum State {
        /** All is there, with its copies. */
        GREEN(0),
        /** All is there, some of it without copies. */
        YELLOW(1),
        /** Parts of indexes are missing. */
        RED(2),
        /** It does not answer. */
        AWAY(3);

        private final int severity;

        State(int severity) {
            this.severity = severity;
        }

        /** The higher, the worse. */
        public int severity() {
            return severity;
        }
    }

    /** How it was. */
    public State state() {
        return state;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        try {
            state = State.valueOf(
                    elasticsearch.cluster().health().status().jsonValue().toUpperCase(Locale.ROOT));
        } catch (ElasticsearchException | IOException | IllegalArgumentException away) {
            state = State.AWAY;
        }
    }
}
