package dev.vireo.kit.origin;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.time.Duration;
import java.util.Map;

/** Signs addresses of objects (AWS Signature Version 4, query parameters). No request is made for it. */
final class S3Urls {
    private S3Urls() {}

    /** Makes the address for one transfer. */
    @FunctionalInterface
    interface Signer {
        String sign(Http.Method method, ObjectKey key, Map<String, String> query);
    }

    static String presigned(
            MinioClient client,
            String bucket,
            Http.Method method,
            ObjectKey key,
            Duration lifetime,
            Map<String, String> query) {
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(method)
                    .bucket(bucket)
                    .object(key.value())
                    .expiry((int) lifetime.toSeconds())
                    .extraQueryParams(query)
                    .build());
        } catch (MinioException failed) {
            throw S3Errors.map(failed, key);
        }
    }
}
