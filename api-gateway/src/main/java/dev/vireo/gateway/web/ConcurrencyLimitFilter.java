package dev.vireo.gateway.web;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many questions to the API are answered at the same time. Each takes memory as long as a service behind has
 * not answered: when one is slow, those who come too many are told to come again instead of taking all of it. What a
 * client sends slowly, and events that stay open, are bounded where they are read.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter {
    private final Semaphore places;

    ConcurrencyLimitFilter(WebProperties properties) {
        this.places = new Semaphore(properties.maxQueries());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean asks = path.startsWith("/api/") || path.startsWith("/lazy-static/") || path.startsWith("/download/");
        return !"GET".equals(request.getMethod()) || !asks || path.endsWith("/progress");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "There is too much to do at the moment: try again soon.");
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
