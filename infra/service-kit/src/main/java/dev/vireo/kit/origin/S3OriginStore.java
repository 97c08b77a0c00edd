package dev.vireo.kit.origin;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The origin on any S3 server. Bytes move over presigned URLs (so that a body is never signed, which would need it whole
 * in memory or twice); everything else is the MinIO SDK, which wraps a connection that breaks into an
 * IllegalStateException.
 */
final class S3OriginStore implements OriginStore {
    private static final Duration TRANSFER_URL_LIFETIME = Duration.ofHours(1);

    private final MinioClient client;
    private final S3Transfers transfers;
    private final OriginHttpClient reads;
    private final S3Multipart multipart;
    private final String bucket;

    S3OriginStore(OkHttpClient http, OriginProperties properties) {
        this.client = MinioClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http, false)
                .build();
        this.bucket = properties.bucket();
        this.transfers = new S3Transfers(http);
        this.reads = new OriginHttpClient(this::presignedGet, properties, properties.maxConnections());
        this.multipart = new S3Multipart(http, properties, this::presigned, transfers);
    }

    @Override
    public InputStream get(ObjectKey key) {
        return transfers.get(presigned(Http.Method.GET, key, Map.of()), key);
    }

    @Override
    public InputStream get(ObjectKey key, long offset, long length) {
        return reads.open(key, new ByteRange(offset, length));
    }

    @Override
    public Optional<ObjectInfo> stat(ObjectKey key) {
        try {
            StatObjectResponse found = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key.value()).build());
            return Optional.of(new ObjectInfo(
                    found.size(),
                    found.etag(),
                    found.contentType(),
                    found.lastModified().toInstant()));
        } catch (ErrorResponseException refused) {
            if (S3Errors.isMissing(refused)) {
                return Optional.empty();
            }
            throw S3Errors.map(refused, key);
        } catch (MinioException | IllegalStateException failed) {
            throw S3Errors.map(failed, key);
        }
    }

    @Override
    public void put(ObjectKey key, InputStream body, long length, String contentType) throws IOException {
        transfers.put(presigned(Http.Method.PUT, key, Map.of()), body, length, contentType, key);
    }

    @Override
    public void put(ObjectKey key, byte[] body, String contentType) {
        try {
            put(key, new ByteArrayInputStream(body), body.length, contentType);
        } catch (IOException impossible) {
            throw new PlatformException(KitErrorCode.INTERNAL, "An array could not be read", impossible);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(key.value())
                    .build());
        } catch (MinioException | IllegalStateException failed) {
            throw S3Errors.map(failed, key);
        }
    }

    @Override
    public int deletePrefix(String prefix) {
        int removed = 0;
        for (ObjectKey key : list(prefix, Integer.MAX_VALUE)) {
            delete(key);
            removed++;
        }
        return removed;
    }

    @Override
    public List<ObjectKey> list(String prefix, int limit) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("A prefix ends in /: " + prefix);
        }
        List<ObjectKey> keys = new ArrayList<>();
        try {
            for (Result<Item> item : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                if (keys.size() == limit) {
                    break;
                }
                Item found = item.get();
                if (!found.isDir()) {
                    keys.add(new ObjectKey(found.objectName()));
                }
            }
        } catch (MinioException | IllegalStateException failed) {
            throw S3Errors.map(failed, new ObjectKey(prefix.substring(0, prefix.length() - 1)));
        }
        return keys;
    }

    @Override
    public URI presignedGet(ObjectKey key, Duration lifetime) {
        return URI.create(S3Urls.presigned(client, bucket, Http.Method.GET, key, lifetime, Map.of()));
    }

    @Override
    public String createMultipart(ObjectKey key, String contentType) {
        return multipart.create(key, contentType);
    }

    @Override
    public PartTag putPart(ObjectKey key, String uploadId, int number, InputStream body, long length)
            throws IOException {
        return multipart.put(key, uploadId, number, body, length);
    }

    @Override
    public void completeMultipart(ObjectKey key, String uploadId, List<PartTag> parts) {
        multipart.complete(key, uploadId, parts);
    }

    @Override
    public void abortMultiparts(ObjectKey key) {
        multipart.abortAll(key);
    }

    @Override
    public void abortMultipart(ObjectKey key, String uploadId) {
        multipart.abort(key, uploadId);
    }

    private String presigned(Http.Method method, ObjectKey key, Map<String, String> query) {
        return S3Urls.presigned(client, bucket, method, key, TRANSFER_URL_LIFETIME, query);
    }
}
