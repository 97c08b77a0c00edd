package dev.vireo.gateway.auth;

import dev.vireo.gateway.web.GatewayErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.Instance;
import dev.vireo.kit.identity.Instances;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** PeerTube's sign-in: password and refresh grants go to the instance's realm, answers come back in PeerTube's shape. */
@RestController
@RequestMapping("/api/v1")
final class TokenController {
    /** The client is public; PeerTube's clients want something of this form to send back. */
    private static final String NO_SECRET = "publicClientNeedsNoSecret0000000";

    private final KeycloakHttpClient keycloak;
    private final Instances instances;
    private final String clientId;

    TokenController(KeycloakHttpClient keycloak, Instances instances, AuthProperties properties) {
        this.keycloak = keycloak;
        this.instances = instances;
        this.clientId = properties.clientId();
    }

    @GetMapping("/oauth-clients/local")
    Map<String, String> client() {
        return Map.of("client_id", clientId, "client_secret", NO_SECRET);
    }

    @PostMapping(value = "/users/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam Map<String, String> form,
            @RequestHeader(value = "x-peertube-otp", required = false) @Nullable String oneTimePassword) {
        if (!clientId.equals(form.get("client_id"))) {
            throw new PlatformException(
                    GatewayErrorCode.INVALID_CLIENT, "Invalid client: get client_id from /api/v1/oauth-clients/local.");
        }
        Map<String, String> passed = grant(form);
        if (oneTimePassword != null) {
            passed.put("totp", oneTimePassword);
        }
        KeycloakHttpClient.Answer answer = keycloak.post(instance(), "token", passed);
        if (answer.status() != 200) {
            throw refused(answer, Objects.requireNonNull(form.get("grant_type")));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens(answer));
    }

    /** Ends the session: the refresh token too when the client sends it. An access token still works until it is over. */
    @PostMapping("/users/revoke-token")
    Map<String, Object> revoke(@RequestParam(value = "refresh_token", required = false) @Nullable String refresh) {
        Caller caller = Callers.current();
        caller.requireSubject();
        keycloak.post(instance(), "revoke", revocation(Objects.requireNonNull(caller.token())));
        if (refresh != null) {
            keycloak.post(instance(), "revoke", revocation(refresh));
        }
        return Map.of();
    }

    private Map<String, String> grant(Map<String, String> form) {
        Map<String, String> passed = new LinkedHashMap<>();
        passed.put("client_id", clientId);
        String type = form.getOrDefault("grant_type", "");
        passed.put("grant_type", type);
        switch (type) {
            case "password" -> {
                passed.put("username", required(form, "username"));
                passed.put("password", required(form, "password"));
                passed.put("scope", "openid");
            }
            case "refresh_token" -> passed.put("refresh_token", required(form, "refresh_token"));
            default ->
                throw new PlatformException(
                        GatewayErrorCode.UNSUPPORTED_GRANT_TYPE, "grant_type must be password or refresh_token.");
        }
        return passed;
    }

    private static String required(Map<String, String> form, String field) {
        String value = form.get(field);
        if (value == null || value.isEmpty()) {
            throw PlatformException.invalid(field, "it is missing.");
        }
        return value;
    }

    private static PlatformException refused(KeycloakHttpClient.Answer answer, String grantType) {
        return switch (answer.text("error")) {
            case "invalid_grant" ->
                new PlatformException(
                        GatewayErrorCode.INVALID_GRANT,
                        "password".equals(grantType)
                                ? "User name or password is wrong."
                                : "The refresh token is over: sign in again.");
            case "invalid_client", "unauthorized_client" ->
                new PlatformException(GatewayErrorCode.INVALID_CLIENT, "Invalid client: this realm does not know it.");
            default ->
                PlatformException.invalid(
                        "grant", answer.body().path("error_description").asString("it was refused."));
        };
    }

    private static Map<String, Object> tokens(KeycloakHttpClient.Answer answer) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("token_type", "Bearer");
        tokens.put("access_token", answer.text("access_token"));
        tokens.put("refresh_token", answer.text("refresh_token"));
        tokens.put("expires_in", answer.body().path("expires_in").asLong(0));
        tokens.put(
                "refresh_token_expires_in",
                answer.body().path("refresh_expires_in").asLong(0));
        return tokens;
    }

    private Map<String, String> revocation(String token) {
        return Map.of("client_id", clientId, "token", token);
    }

    private Instance instance() {
        return instances.byId(Callers.current().instance());
    }
}
