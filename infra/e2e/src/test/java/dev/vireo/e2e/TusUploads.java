package dev.vireo.e2e;

import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Uploads with the tus project's own Java client. */
final class TusUploads {
    private static final int CHUNK = 256 * 1024;
    private static final int MOST_TRIES = 60;

    private TusUploads() {}

    /** Uploads the file and gives the id of the video. */
    static String upload(Person person, Path file, Map<String, String> metadata) {
        return upload(person, file, metadata, sent -> {});
    }

    /**
     * Uploads the file whatever happens on the way, as a user's client does: after a broken connection it asks for the
     * offset and goes on. {@code progress} hears how many bytes of the file are sent.
     */
    static String upload(Person person, Path file, Map<String, String> metadata, LongConsumer progress) {
        try {
            TusClient client = new TusClient();
            client.setUploadCreationURL(
                    person.instance().resolve("/api/v1/uploads").toURL());
            client.setHeaders(Map.of("Authorization", "Bearer " + person.token()));
            TusUpload upload = new TusUpload(file.toFile());
            upload.setMetadata(metadata);
            TusUploader uploader = client.createUpload(upload);
            String location = uploader.getUploadURL().toString();
            send(client, upload, uploader, progress);
            return location.substring(location.lastIndexOf('/') + 1);
        } catch (IOException | ProtocolException failed) {
            throw new UncheckedIOException(new IOException("The upload failed", failed));
        }
    }

    /** The same in two requests, by a client that dials loopback: not every resolver knows domains below localhost. */
    static String whole(Person person, Path file, Map<String, String> metadata) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String described = metadata.entrySet().stream()
                    .map(field -> field.getKey() + " "
                            + Base64.getEncoder()
                                    .encodeToString(field.getValue().getBytes(StandardCharsets.UTF_8)))
                    .collect(Collectors.joining(","));
            String location = person.send(person.request("/api/v1/uploads")
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Length", String.valueOf(bytes.length))
                            .header("Upload-Metadata", described)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build())
                    .expect(201)
                    .header("Location");
            String id = location.substring(location.lastIndexOf('/') + 1);
            person.send(person.request("/api/v1/uploads/" + id)
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Offset", "0")
                            .header("Content-Type", "application/offset+octet-stream")
                            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build())
                    .expect(204);
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void send(TusClient client, TusUpload upload, TusUploader first, LongConsumer progress)
            throws IOException, ProtocolException {
        TusUploader uploader = first;
        for (int attempt = 0; ; attempt++) {
            try {
                uploader.setChunkSize(CHUNK);
                while (uploader.uploadChunk() >= 0) {
                    progress.accept(uploader.getOffset());
                }
                uploader.finish();
                return;
            } catch (IOException | ProtocolException broken) {
                if (attempt == MOST_TRIES) {
                    throw broken;
                }
                uploader = resumed(client, upload, first, attempt);
            }
        }
    }

    private static TusUploader resumed(TusClient client, TusUpload upload, TusUploader first, int attempt)
            throws IOException, ProtocolException {
        for (int more = attempt; ; more++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            try {
                return client.beginOrResumeUploadFromURL(upload, first.getUploadURL());
            } catch (IOException | ProtocolException stillAway) {
                if (more == MOST_TRIES) {
                    throw stillAway;
                }
            }
        }
    }
}
