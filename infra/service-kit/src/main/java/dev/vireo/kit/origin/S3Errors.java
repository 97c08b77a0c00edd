package dev.vireo.kit.origin;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import io.minio.errors.ErrorResponseException;
import java.util.Set;

/** Says of an S3 failure whether the object is missing, the store is away, or we are wrong. */
final class S3Errors {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchUpload", "NotFound");
    private static final int SERVER_FAULTS = 500;
    private static final int NOT_FOUND = 404;

    private S3Errors() {}

    static boolean isMissing(ErrorResponseException refused) {
        return MISSING.contains(refused.errorResponse().code());
    }

    static PlatformException map(Throwable failure, ObjectKey key) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ErrorResponseException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ErrorResponseException refused) {
            if (isMissing(refused)) {
                return missing(key);
            }
            return map(refused.response().code(), key, refused);
        }
        return new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", failure);
    }

    static PlatformException map(int status, ObjectKey key, Throwable cause) {
        if (status == NOT_FOUND) {
            return missing(key);
        }
        return status >= SERVER_FAULTS
                ? new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", cause)
                : new PlatformException(
                        KitErrorCode.INTERNAL, "The object store refused " + key + " with status " + status, cause);
    }

    private static PlatformException missing(ObjectKey key) {
        return new PlatformException(KitErrorCode.NOT_FOUND, "There is no object " + key + ".");
    }
}
