package dev.vireo.gateway.auth;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the OpenID Connect endpoints of an instance's realm, which lie beside its keys. */
final class KeycloakHttpClient {
    private final HttpClient http;
    private final JsonMapper json;
    private final Duration timeout;

    KeycloakHttpClient(JsonMapper json, Duration timeout) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.json = json;
        this.timeout = timeout;
    }

    /** What the realm said. */
    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** Posts a form to {@code token} or {@code revoke}; UNAVAILABLE when the realm does not answer. */
    Answer post(Instance instance, String endpoint, Map<String, String> form) {
        URI address = instance.jwkSetUri().resolve(endpoint);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 500) {
                throw away(new IOException("status " + response.statusCode()));
            }
            byte[] body = response.body();
            return new Answer(response.statusCode(), body.length == 0 ? json.createObjectNode() : json.readTree(body));
        } catch (IOException | JacksonException failed) {
            throw away(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(stopped);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static PlatformException away(Throwable cause) {
        return new PlatformException(
                KitErrorCode.UNAVAILABLE, "Nobody can sign in at the moment: try again soon.", cause);
    }
}
