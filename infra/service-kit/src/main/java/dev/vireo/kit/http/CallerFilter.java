package dev.vireo.kit.http;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.TokenVerifier;
import io.grpc.Context;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Verifies the token of each request to an internal HTTP door against the instance that the gateway names in
 * {@code Vireo-Instance}. Health and metrics are outside.
 */
final class CallerFilter extends OncePerRequestFilter {
    static final String INSTANCE_HEADER = "Vireo-Instance";

    private final TokenVerifier verifier;
    private final ProblemWriter problems;

    CallerFilter(TokenVerifier verifier, ProblemWriter problems) {
        this.verifier = verifier;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = verifier.verify(instance(request), request.getHeader("Authorization"));
        } catch (PlatformException refused) {
            problems.write(refused, response);
            return;
        }
        Context context = Callers.with(caller);
        Context previous = context.attach();
        try {
            chain.doFilter(request, response);
        } finally {
            context.detach(previous);
        }
    }

    private static InstanceId instance(HttpServletRequest request) {
        @Nullable String id = request.getHeader(INSTANCE_HEADER);
        try {
            return new InstanceId(id == null ? "" : id);
        } catch (IllegalArgumentException malformed) {
            throw new PlatformException(
                    KitErrorCode.INVALID_ARGUMENT,
                    "The request names no instance: it must come through the gateway, which sends Vireo-Instance.",
                    malformed);
        }
    }
}
