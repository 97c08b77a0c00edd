package dev.vireo.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Speaks tus as the gateway passes it on, and shows the answers as they are. */
public final class TusTestClient {
    private static final String PATH = "/api/v1/uploads";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String instance;
    private final String token;

    /** Of one caller at one instance. */
    public TusTestClient(int port, String instance, String token) {
        this.port = port;
        this.instance = instance;
        this.token = token;
    }

    /** The value of Upload-Metadata. */
    public static String metadata(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    /** Opens an upload and gives its id. */
    public UUID create(long length, Map<String, String> metadata) {
        HttpResponse<String> answer = post(length, metadata, Map.of(), new byte[0]);
        if (answer.statusCode() != 201) {
            throw new AssertionError("Not created: " + answer.statusCode() + " " + answer.body());
        }
        return idOf(answer);
    }

    /** The upload's id in the answer to a creation. */
    public static UUID idOf(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** A creation, whatever comes of it. */
    public HttpResponse<String> post(
            long length, Map<String, String> metadata, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Upload-Length", Long.toString(length));
        if (!metadata.isEmpty()) {
            all.put("Upload-Metadata", metadata(metadata));
        }
        if (body.length > 0) {
            all.put("Content-Type", "application/offset+octet-stream");
        }
        all.putAll(headers);
        return send("POST", PATH, all, BodyPublishers.ofByteArray(body));
    }

    /** Bytes at an offset. */
    public HttpResponse<String> patch(UUID id, long offset, byte[] body) {
        return patch(id, offset, BodyPublishers.ofByteArray(body), Map.of());
    }

    /** Bytes at an offset, with more headers. */
    public HttpResponse<String> patch(UUID id, long offset, BodyPublisher body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Upload-Offset", Long.toString(offset));
        all.put("Content-Type", "application/offset+octet-stream");
        all.putAll(headers);
        return send("PATCH", PATH + "/" + id, all, body);
    }

    /** Where an upload stands. */
    public HttpResponse<String> head(UUID id) {
        return send("HEAD", PATH + "/" + id, Map.of(), BodyPublishers.noBody());
    }

    /** The durable offset. */
    public long offset(UUID id) {
        return head(id).headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    /** Gives an upload up. */
    public HttpResponse<String> delete(UUID id) {
        return send("DELETE", PATH + "/" + id, Map.of(), BodyPublishers.noBody());
    }

    /** Any request; headers with an empty value are left out. */
    public HttpResponse<String> send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Tus-Resumable", "1.0.0");
        all.put("Vireo-Instance", instance);
        all.put("Authorization", token.isEmpty() ? "" : "Bearer " + token);
        all.putAll(headers);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.setHeader(name, value);
            }
        });
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
