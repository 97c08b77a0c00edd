package dev.vireo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A creator with an HTTP client: signs in, uploads by tus, waits. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofMinutes(40);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI platform;
    private final String token;

    Client(URI platform) {
        this.platform = platform;
        HttpRequest request = HttpRequest.newBuilder(platform.resolve("/api/v1/users/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_id=vireo-web&grant_type=password&username=alice&password=alice-local"))
                .build();
        this.token = JSON.readTree(send(request).body()).get("access_token").asString();
    }

    /** Uploads the file in one PATCH and gives the video's id. */
    String upload(Path file) {
        String location = open(file);
        try {
            expect(
                    send(request(location)
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Offset", "0")
                            .header("Content-Type", "application/offset+octet-stream")
                            .method("PATCH", HttpRequest.BodyPublishers.ofFile(file))
                            .build()),
                    204);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Opens an upload and gives its path. */
    String open(Path file) {
        try {
            HttpResponse<byte[]> answer = send(request("/api/v1/uploads")
                    .header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", Long.toString(Files.size(file)))
                    .header("Upload-Metadata", "filename YmVuY2gubXA0,name QmVuY2ggY2xpcA==")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            return URI.create(
                            expect(answer, 201).headers().firstValue("Location").orElseThrow())
                    .getPath();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    JsonNode video(String id) {
        return JSON.readTree(send(request("/api/v1/videos/" + id).build()).body());
    }

    /** Waits until the video has a playlist with at least one segment. */
    void untilPlayable(String id) {
        until(() -> {
            JsonNode playlists = video(id).path("streamingPlaylists");
            return !playlists.isEmpty();
        });
    }

    JsonNode untilPublished(String id) {
        until(() -> {
            int state = video(id).path("state").path("id").asInt();
            if (state == 7) {
                throw new IllegalStateException("Transcoding failed: " + video(id));
            }
            return state == 1;
        });
        return video(id);
    }

    void delete(String id) {
        expect(send(request("/api/v1/videos/" + id).DELETE().build()), 204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(platform.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return answer;
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Did not happen within " + LIMIT);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
