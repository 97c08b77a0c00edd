package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets several writers share a document: reads what is there, merges, and writes under the condition that nobody wrote
 * meanwhile (the document's sequence number), else begins again. It needs no scripts, which an index may not allow.
 */
@Component
final class ElasticsearchMerges {
    private static final int CONFLICT = 409;
    private static final int MOST_ROUNDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchMerges.class);

    private final ElasticsearchClient elasticsearch;

    ElasticsearchMerges(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Writes all, durably, but those that can never be written: gives their numbers. UNAVAILABLE when any must be tried
     * again. {@code needed} are the stored fields that merges look at.
     */
    List<Integer> write(String index, List<? extends Merge> merges, List<String> needed) {
        try {
            Set<Integer> left = new LinkedHashSet<>();
            for (int at = 0; at < merges.size(); at++) {
                left.add(at);
            }
            List<Integer> refused = new ArrayList<>();
            for (int round = 0; !left.isEmpty(); round++) {
                if (round == MOST_ROUNDS) {
                    throw new PlatformException(
                            KitErrorCode.UNAVAILABLE, "Others write the same documents all the time.");
                }
                round(index, merges, needed, left, refused);
            }
            return refused.stream().sorted().toList();
        } catch (ElasticsearchException refused) {
            throw ElasticsearchErrors.refused(refused);
        } catch (IOException away) {
            throw ElasticsearchErrors.away(away);
        }
    }

    /** One write of each document at most; what is done leaves {@code left}. */
    private void round(
            String index, List<? extends Merge> merges, List<String> needed, Set<Integer> left, List<Integer> refused)
            throws IOException {
        Map<String, GetResult<Fields>> stored = stored(
                index, left.stream().map(at -> merges.get(at).id()).distinct().toList(), needed);
        Set<String> taken = new LinkedHashSet<>();
        List<Integer> written = new ArrayList<>();
        List<BulkOperation> operations = new ArrayList<>();
        for (int at : List.copyOf(left)) {
            Merge merge = merges.get(at);
            GetResult<Fields> there = stored.get(merge.id());
            Merge.Result result = merge.over(there == null ? null : there.source());
            if (result == null) {
                left.remove(at);
            } else if (taken.add(merge.id())) {
                written.add(at);
                operations.add(operation(merge.id(), there, result));
            }
        }
        if (!operations.isEmpty()) {
            List<BulkResponseItem> items = elasticsearch
                    .bulk(BulkRequest.of(
                            bulk -> bulk.index(index).requireAlias(true).operations(operations)))
                    .items();
            for (int number = 0; number < items.size(); number++) {
                settle(items.get(number), written.get(number), left, refused);
            }
        }
    }

    private static void settle(BulkResponseItem item, int at, Set<Integer> left, List<Integer> refused) {
        ErrorCause error = item.error();
        if (error != null && item.status() == CONFLICT) {
            return;
        }
        if (error != null && ElasticsearchErrors.isForNow(item.status(), String.valueOf(error.type()))) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE,
                    "The search index takes no writes now: " + error.type() + ": " + error.reason());
        }
        left.remove(at);
        if (error != null) {
            LOG.error("The index refuses {}: {}: {}", item.id(), error.type(), error.reason());
            refused.add(at);
        }
    }

    private static BulkOperation operation(String id, @Nullable GetResult<Fields> there, Merge.Result result) {
        if (there == null) {
            return BulkOperation.of(
                    operation -> operation.create(create -> create.id(id).document(result.fields())));
        }
        return result.whole()
                ? BulkOperation.of(operation -> operation.index(change -> change.id(id)
                        .ifSeqNo(there.seqNo())
                        .ifPrimaryTerm(there.primaryTerm())
                        .document(result.fields())))
                : BulkOperation.of(operation -> operation.update(change -> change.id(id)
                        .ifSeqNo(there.seqNo())
                        .ifPrimaryTerm(there.primaryTerm())
                        .action(action -> action.doc(result.fields()))));
    }

    /** As they are now, whether a search finds them already or not. */
    private Map<String, GetResult<Fields>> stored(String index, List<String> ids, List<String> needed)
            throws IOException {
        Map<String, GetResult<Fields>> found = new HashMap<>();
        for (MultiGetResponseItem<Fields> item : elasticsearch
                .mget(asked -> asked.index(index).ids(ids).sourceIncludes(needed), Fields.class)
                .docs()) {
            if (item.isFailure()) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE,
                        "The search index cannot be read now: "
                                + item.failure().error().reason());
            }
            if (item.result().found()) {
                found.put(item.result().id(), item.result());
            }
        }
        return found;
    }

    /** Stored fields by name. */
    static final class Fields extends HashMap<String, Object> {
        private static final long serialVersionUID = 1;
    }
}
