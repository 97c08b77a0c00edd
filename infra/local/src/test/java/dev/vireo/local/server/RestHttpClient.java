package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a REST API; an answer that is no success fails the test with its text. */
final class RestHttpClient {
    private final String address;

    RestHttpClient(String address) {
        this.address = address;
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    String put(String path, String json) {
        return send(withBody("PUT", path, json));
    }

    String post(String path, String json) {
        return send(withBody("POST", path, json));
    }

    private HttpRequest.Builder withBody(String method, String path, String json) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
