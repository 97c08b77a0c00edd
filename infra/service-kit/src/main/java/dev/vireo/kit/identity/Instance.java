package dev.vireo.kit.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One federated domain of the deployment.
 *
 * @param id short name
 * @param domain what clients send as Host, with the port when it is not the scheme's own
 * @param issuer {@code iss} of the tokens of its realm
 * @param jwkSetUri where the realm's keys are
 * @param audience which of {@code aud} its tokens must have; null takes tokens for any
 * @param operators its realm may name operators of the whole deployment
 * @param globalSearch whether other platforms that search everything here find what is public on it
 */
public record Instance(
        InstanceId id,
        String domain,
        String issuer,
        URI jwkSetUri,
        @Nullable String audience,
        boolean operators,
        boolean globalSearch) {}
