package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes videos into an index of the cluster. */
@Component
public final class ElasticsearchVideoIndex {
    private static final int CONFLICT = 409;

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchVideoIndex.class);

    private final ElasticsearchClient elasticsearch;
    private final Clock clock;

    ElasticsearchVideoIndex(ElasticsearchClient elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    /**
     * Writes all, durably, but those that can never be written: gives their numbers. UNAVAILABLE when any must be tried
     * again: all may be, as an older revision never wins over a newer one.
     */
    public List<Integer> write(String index, List<VideoWrite> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        long now = clock.millis();
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
        for (VideoWrite write : writes) {
            Map<String, Object> fields = VideoFields.of(write, now);
            bulk.operations(operation -> operation.index(change -> change.id(write.videoId())
                    .version(write.revision())
                    .versionType(VersionType.ExternalGte)
                    .document(fields)));
        }
        try {
            return refused(elasticsearch.bulk(bulk.build()));
        } catch (ElasticsearchException refused) {
            throw ElasticsearchErrors.refused(refused);
        } catch (IOException away) {
            throw ElasticsearchErrors.away(away);
        }
    }

    /** A conflict means that a newer revision is there. */
    private static List<Integer> refused(BulkResponse answer) {
        List<Integer> refused = new ArrayList<>();
        for (int at = 0; at < answer.items().size(); at++) {
            BulkResponseItem item = answer.items().get(at);
            ErrorCause error = item.error();
            if (error == null || item.status() == CONFLICT) {
                continue;
            }
            if (ElasticsearchErrors.isForNow(item.status(), String.valueOf(error.type()))) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE,
                        "The search index takes no writes now: " + error.type() + ": " + error.reason());
            }
            LOG.error("The index refuses video {}: {}: {}", item.id(), error.type(), error.reason());
            refused.add(at);
        }
        return refused;
    }
}
