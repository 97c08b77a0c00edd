package dev.vireo.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few calls to a local Keycloak that set it up and fetch tokens. */
final class KeycloakHttpClient {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    KeycloakHttpClient(String address) {
        this.address = address;
    }

    String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(uri("/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        Matcher token = ACCESS_TOKEN.matcher(response.body());
        if (response.statusCode() != 200 || !token.find()) {
            throw new ServerException("Keycloak gave no token in realm %s: %d %s"
                    .formatted(realm, response.statusCode(), response.body()));
        }
        return token.group(1);
    }

    boolean realmExists(String token, String realm) {
        return send(authorized(token, "/admin/realms/" + realm).GET()).statusCode() == 200;
    }

    void createRealm(String token, Realm realm) {
        post(token, "/admin/realms", realm.json(), realm);
    }

    /** Gives the web client the realm's present domain. */
    void updateWebClient(String token, Realm realm) {
        post(
                token,
                "/admin/realms/" + realm.name() + "/partialImport",
                "{\"ifResourceExists\":\"OVERWRITE\",\"clients\":[" + realm.webClientJson() + "]}",
                realm);
    }

    private void post(String token, String path, String json, Realm realm) {
        HttpResponse<String> response = send(authorized(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (response.statusCode() / 100 != 2) {
            throw new ServerException("Keycloak refused the realm %s: %d %s"
                    .formatted(realm.name(), response.statusCode(), response.body()));
        }
    }

    private HttpRequest.Builder authorized(String token, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerException("Keycloak at " + address + " does not answer: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while calling Keycloak.", e);
        }
    }
}
