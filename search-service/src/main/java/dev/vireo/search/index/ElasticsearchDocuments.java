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
import dev.vireo.kit.identity.Instances;
import dev.vireo.search.document.DocumentWrite;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes documents into an index of the cluster. */
@Component
public final class ElasticsearchDocuments {
    private static final int CONFLICT = 409;

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchDocuments.class);

    private final ElasticsearchClient elasticsearch;
    private final Instances instances;
    private final Clock clock;

    ElasticsearchDocuments(ElasticsearchClient elasticsearch, Instances instances, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * Writes all, durably, but those that can never be written: gives their numbers. UNAVAILABLE when any must be tried
     * again, as when the index is lost: all may be, as an older revision never wins over a newer one.
     */
    public List<Integer> write(SearchIndex index, List<DocumentWrite> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        BulkRequest.Builder bulk =
                new BulkRequest.Builder().index(index.writeAlias()).requireAlias(true);
        for (DocumentWrite write : writes) {
            Map<String, Object> fields = fields(write);
            bulk.operations(operation -> operation.index(change -> change.id(write.id())
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

    /** What every document has. */
    private Map<String, Object> fields(DocumentWrite write) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", write.id());
        fields.put("instance", write.instance().value());
        fields.put("changedAt", clock.millis());
        fields.put("gone", write.gone());
        fields.put("listed", write.listed());
        instances
                .find(write.instance())
                .ifPresent(instance -> fields.put("host", instance.domain().toLowerCase(Locale.ROOT)));
        fields.putAll(write.fields());
        return fields;
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
            LOG.error("The index refuses {}: {}: {}", item.id(), error.type(), error.reason());
            refused.add(at);
        }
        return refused;
    }
}
