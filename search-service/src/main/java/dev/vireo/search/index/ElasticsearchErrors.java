package dev.vireo.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;

/** What a failure of the cluster is to a caller: mostly that it is away and will be back. */
public final class ElasticsearchErrors {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULTS = 500;

    private ElasticsearchErrors() {}

    /** The cluster did not answer. */
    public static PlatformException away(IOException cause) {
        return new PlatformException(KitErrorCode.UNAVAILABLE, "The search index is away: try again soon.", cause);
    }

    /** The cluster refused: for now, as when it is overloaded or its disk is full, or by a defect of ours. */
    public static PlatformException refused(ElasticsearchException cause) {
        return isForNow(cause.status(), String.valueOf(cause.error().type()))
                ? new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The search index cannot answer now: try again soon.", cause)
                : new PlatformException(KitErrorCode.INTERNAL, "The search index refused a request.", cause);
    }

    /** Later it may work. */
    static boolean isForNow(int status, String type) {
        return status == TOO_MANY_REQUESTS
                || status >= SERVER_FAULTS
                || "cluster_block_exception".equals(type)
                || "index_not_found_exception".equals(type);
    }
}
