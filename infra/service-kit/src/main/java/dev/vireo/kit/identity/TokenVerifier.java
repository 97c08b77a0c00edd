package dev.vireo.kit.identity;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Turns an Authorization header into a {@link Caller}: signature, expiry, issuer and audience are checked against the keys of the
 * instance's own realm (RFC 7519, RFC 9068), so that a token of one instance is worth nothing at another.
 */
public final class TokenVerifier {
    private static final String BEARER = "Bearer ";
    /** What Keycloak calls an access token: its identity tokens have the same key and the same issuer. */
    private static final String ACCESS = "Bearer";

    private static final int LONGEST_TOKEN = 8_192;

    private final Instances instances;
    private final Map<InstanceId, JwtDecoder> decoders = new ConcurrentHashMap<>();

    /** Verifies for these instances. Keys are fetched at first use and again when an unknown key id appears. */
    public TokenVerifier(Instances instances) {
        this.instances = instances;
    }

    /**
     * The caller that the header names. No header: anonymous. UNAUTHENTICATED when the token is malformed, expired or of
     * another realm; UNAVAILABLE when the realm's keys cannot be had.
     */
    public Caller verify(InstanceId instance, @Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return Caller.anonymous(instances.byId(instance).id());
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || authorization.length() > LONGEST_TOKEN) {
            throw new PlatformException(
                    KitErrorCode.UNAUTHENTICATED, "The Authorization header must be 'Bearer' and one access token.");
        }
        String token = authorization.substring(BEARER.length()).trim();
        return toCaller(instance, decode(instance, token), token);
    }

    private Jwt decode(InstanceId instance, String token) {
        try {
            return decoders.computeIfAbsent(instance, this::decoder).decode(token);
        } catch (BadJwtException refused) {
            throw new PlatformException(
                    KitErrorCode.UNAUTHENTICATED,
                    "The access token is expired, malformed or not of this instance: sign in again.",
                    refused);
        } catch (JwtException unreachable) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE,
                    "Access tokens cannot be checked at the moment: try again soon.",
                    unreachable);
        }
    }

    private JwtDecoder decoder(InstanceId id) {
        Instance instance = instances.byId(id);
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(instance.jwkSetUri().toString()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(checks(instance)));
        return decoder;
    }

    private static List<OAuth2TokenValidator<Jwt>> checks(Instance instance) {
        List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>();
        checks.add(new JwtIssuerValidator(instance.issuer()));
        // Without an end a stolen token would be good for ever.
        checks.add(new JwtClaimValidator<Object>("exp", Objects::nonNull));
        checks.add(new JwtClaimValidator<Object>("typ", type -> type == null || ACCESS.equals(type)));
        if (instance.audience() != null) {
            checks.add(new JwtAudienceValidator(instance.audience()));
        }
        return checks;
    }

    private Caller toCaller(InstanceId instance, Jwt jwt, String token) {
        @Nullable String username = jwt.getClaimAsString("preferred_username");
        if (jwt.getSubject() == null || username == null) {
            throw new PlatformException(
                    KitErrorCode.UNAUTHENTICATED, "The access token names no person: it has no sub or username.");
        }
        return new Caller(
                instance,
                jwt.getSubject(),
                username,
                jwt.getClaimAsString("name"),
                jwt.getClaimAsString("email"),
                roles(instances.byId(instance), jwt),
                token);
    }

    /** Who runs a community may rule its realm, and name himself whatever he likes there. */
    private static Set<String> roles(Instance instance, Jwt jwt) {
        Object access = jwt.getClaims().get("realm_access");
        if (access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> names) {
            return names.stream()
                    .map(String::valueOf)
                    .filter(role -> instance.operators() || !role.equals(Caller.OPERATOR))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }
}
