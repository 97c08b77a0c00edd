package dev.vireo.bench.seeding;

import dev.vireo.local.server.S3Server;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;

/** Files of the platform's object store, straight. */
final class S3Files implements AutoCloseable {
    private final String bucket;
    private final MinioClient client;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    S3Files(S3Server server) {
        bucket = server.bucket();
        client = MinioClient.builder()
                .endpoint(server.endpoint())
                .region("us-east-1")
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
    }

    /** By a presigned address, as the SDK would sign the whole body, or send it in parts that are then joined. */
    void put(String key, BodyPublisher body) {
        try {
            String address = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.PUT)
                    .bucket(bucket)
                    .object(key)
                    .build());
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).PUT(body).build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The S3 server answered " + status);
            }
        } catch (MinioException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    byte[] get(String key) {
        try (InputStream bytes = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return bytes.readAllBytes();
        } catch (MinioException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads a range into the buffer. */
    void read(String key, long from, byte[] into, int length) {
        try (InputStream bytes = client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(from)
                .length((long) length)
                .build())) {
            if (bytes.readNBytes(into, 0, length) < length) {
                throw new IllegalStateException("A range ended early");
            }
        } catch (MinioException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void remove(String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
