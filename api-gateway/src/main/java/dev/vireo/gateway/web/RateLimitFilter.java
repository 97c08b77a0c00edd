package dev.vireo.gateway.web;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often one address may try passwords, and one caller may begin uploads, tell what it watches or change
 * playlists.
 */
final class RateLimitFilter extends OncePerRequestFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE");
    private static final String PLAYLISTS = "/api/v1/video-playlists";

    private final RateLimits tokens;
    private final RateLimits uploads;
    private final RateLimits views;
    private final RateLimits changes;

    RateLimitFilter(WebProperties properties) {
        this.tokens = new RateLimits(properties.tokensPerMinute(), properties.limitedCallers());
        this.uploads = new RateLimits(properties.uploadsPerMinute(), properties.limitedCallers());
        this.changes = new RateLimits(properties.changesPerMinute(), properties.limitedCallers());
        this.views = new RateLimits(properties.viewsPerMinute(), properties.limitedCallers());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHANGING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Callers.current();
        // The path as it is routed: decoded and without parameters, so that no other spelling gets around the limit.
        String path = request.getServletPath();
        if (path.equals(PLAYLISTS) || path.startsWith(PLAYLISTS + "/")) {
            changes.take(key(caller, request));
        } else if ("POST".equals(request.getMethod())) {
            takeForPost(path, caller, request);
        }
        chain.doFilter(request, response);
    }

    private void takeForPost(String path, Caller caller, HttpServletRequest request) {
        switch (path) {
            case "/api/v1/users/token" -> tokens.take(caller.instance() + " " + request.getRemoteAddr());
            case "/api/v1/uploads", "/api/v1/uploads/" -> uploads.take(key(caller, request));
            default -> {
                if (path.startsWith("/api/v1/videos/") && path.endsWith("/views")) {
                    views.take(key(caller, request));
                }
            }
        }
    }

    private static String key(Caller caller, HttpServletRequest request) {
        return caller.instance() + " " + (caller.subject() == null ? request.getRemoteAddr() : caller.subject());
    }
}
