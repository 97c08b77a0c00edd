package dev.vireo.kit.origin;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.ListMultipartUploadsResult;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.OkHttpClient;

/** Multipart uploads: begun, joined and given up by the SDK, filled over presigned addresses. */
final class S3Multipart {
    private final MinioAsyncClient client;
    private final S3Urls.Signer signer;
    private final S3Transfers transfers;
    private final String bucket;

    S3Multipart(OkHttpClient http, OriginProperties properties, S3Urls.Signer signer, S3Transfers transfers) {
        this.client = MinioAsyncClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http, false)
                .build();
        this.signer = signer;
        this.transfers = transfers;
        this.bucket = properties.bucket();
    }

    String create(ObjectKey key, String contentType) {
        return join(
                        client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                                .bucket(bucket)
                                .object(key.value())
                                .headers(new Http.Headers("Content-Type", contentType))
                                .build()),
                        key)
                .result()
                .uploadId();
    }

    PartTag put(ObjectKey key, String uploadId, int number, InputStream body, long length) throws IOException {
        String url =
                signer.sign(Http.Method.PUT, key, Map.of("partNumber", Integer.toString(number), "uploadId", uploadId));
        return new PartTag(number, transfers.put(url, body, length, null, key), length);
    }

    void complete(ObjectKey key, String uploadId, List<PartTag> parts) {
        join(
                client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key.value())
                        .uploadId(uploadId)
                        .parts(parts.stream()
                                .map(part -> new Part(part.number(), part.etag()))
                                .toArray(Part[]::new))
                        .build()),
                key);
    }

    void abort(ObjectKey key, String uploadId) {
        try {
            join(
                    client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key.value())
                            .uploadId(uploadId)
                            .build()),
                    key);
        } catch (PlatformException failed) {
            if (failed.code() != KitErrorCode.NOT_FOUND) {
                throw failed;
            }
        }
    }

    /** As many as one answer lists, again and again until none is left. */
    void abortAll(ObjectKey key) {
        List<String> uploads = uploads(key);
        while (!uploads.isEmpty()) {
            uploads.forEach(upload -> abort(key, upload));
            List<String> left = uploads(key);
            if (left.equals(uploads)) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The object store keeps uploads that were given up: try again soon.");
            }
            uploads = left;
        }
    }

    private List<String> uploads(ObjectKey key) {
        return join(
                        client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                                .bucket(bucket)
                                .prefix(key.value())
                                .build()),
                        key)
                .result()
                .uploads()
                .stream()
                .filter(upload -> upload.objectName().equals(key.value()))
                .map(ListMultipartUploadsResult.Upload::uploadId)
                .toList();
    }

    private static <T> T join(CompletableFuture<T> answer, ObjectKey key) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw S3Errors.map(failed, key);
        }
    }
}
