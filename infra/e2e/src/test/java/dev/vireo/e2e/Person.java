package dev.vireo.e2e;

import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with an HTTP client at one instance: signs in as PeerTube's clients do, asks, changes, removes. Domains below
 * localhost are not known to every resolver, so the address is loopback's and the Host field names the instance.
 */
final class Person {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI instance;
    private final @Nullable String token;

    private Person(URI instance, @Nullable String token) {
        this.instance = instance;
        this.token = token;
    }

    static Person anonymousAt(URI instance) {
        return new Person(instance, null);
    }

    /** Asks for a token with the password, as PeerTube's clients do; again while the answer says to try again soon. */
    static Person signedIn(URI instance, String name) {
        Person anonymous = anonymousAt(instance);
        JsonNode client = anonymous.get("/api/v1/oauth-clients/local").json();
        Map<String, String> form = Map.of(
                "client_id",
                client.get("client_id").asString(),
                "client_secret",
                client.get("client_secret").asString(),
                "grant_type",
                "password",
                "username",
                name,
                "password",
                name + "-local");
        Answer answer = Eventually.until(
                "an answer to " + name + "'s sign-in",
                () -> anonymous.form("/api/v1/users/token", form),
                seen -> seen.status() != 503);
        return new Person(
                instance, answer.expect(200).json().get("access_token").asString());
    }

    URI instance() {
        return instance;
    }

    boolean isAnonymous() {
        return token == null;
    }

    String token() {
        if (token == null) {
            throw new IllegalStateException("Nobody is signed in.");
        }
        return token;
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build());
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    Answer put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        URI loopback = URI.create("http://127.0.0.1:" + instance.getPort());
        HttpRequest.Builder request = HttpRequest.newBuilder(loopback.resolve(path))
                .header("Host", instance.getAuthority())
                .timeout(Duration.ofMinutes(1));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException("No answer to " + request, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError(response.request().method() + " " + response.uri() + " answered " + status()
                        + " instead of " + status + ": " + text());
            }
            return this;
        }
    }
}
