package dev.vireo.gateway.web;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;
import dev.vireo.kit.identity.TokenVerifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the instance by the Host header and, for the API, the caller by the token; both hold for the request's thread. */
final class InstanceFilter extends OncePerRequestFilter {
    private static final String API = "/api/";
    private static final int LONGEST_SHOWN_HOST = 100;
    /** A client that comes here has no token, or one that is over. */
    private static final Set<String> WITHOUT_TOKEN =
            Set.of("/api/v1/users/token", "/api/v1/oauth-clients/local", "/api/v1/config", "/api/v1/openapi.json");

    private final Instances instances;
    private final TokenVerifier verifier;

    InstanceFilter(Instances instances, TokenVerifier verifier) {
        this.instances = instances;
        this.verifier = verifier;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Callers.Scope scope = Callers.enter(caller(request, instance(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            scope.close();
        }
    }

    /** libtorrent asks web seeds with a Host field without the port: then it is the one that was dialled. */
    private InstanceId instance(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        String named = host == null ? "" : host;
        return instances
                .byDomain(named)
                .or(() -> instances.byDomain(named + ":" + request.getLocalPort()))
                .orElseThrow(() -> new PlatformException(
                        GatewayErrorCode.UNKNOWN_HOST,
                        "No instance of this server answers to the host '"
                                + named.substring(0, Math.min(named.length(), LONGEST_SHOWN_HOST))
                                + "': check the address."))
                .id();
    }

    private Caller caller(HttpServletRequest request, InstanceId instance) {
        String path = request.getRequestURI();
        if (!path.startsWith(API) || WITHOUT_TOKEN.contains(path) || "OPTIONS".equals(request.getMethod())) {
            return Caller.anonymous(instance);
        }
        try {
            return verifier.verify(instance, request.getHeader("Authorization"));
        } catch (PlatformException refused) {
            if (refused.code() == KitErrorCode.UNAUTHENTICATED) {
                throw new PlatformException(GatewayErrorCode.INVALID_TOKEN, refused.sentence(), refused);
            }
            throw refused;
        }
    }
}
