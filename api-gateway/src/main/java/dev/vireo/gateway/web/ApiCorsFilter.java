package dev.vireo.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of other origins use the API and fetch torrents, as PeerTube does, and content of IPFS: tokens travel in a header, never in a cookie, so nothing is
 * gained by a foreign page.
 */
final class ApiCorsFilter extends OncePerRequestFilter {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final List<String> OPEN = List.of("/api/", "/lazy-static/", "/download/", "/ipfs/");
    private static final String ASKS = "Access-Control-Request-Method";
    private static final String EXPOSED = String.join(
            ", ",
            "Location",
            "Retry-After",
            "ETag",
            "Content-Length",
            "Content-Range",
            "Content-Location",
            "X-Ipfs-Path",
            "X-Ipfs-Roots",
            "Content-Disposition",
            "Tus-Resumable",
            "Tus-Version",
            "Tus-Extension",
            "Tus-Max-Size",
            "Tus-Checksum-Algorithm",
            "Upload-Offset",
            "Upload-Length",
            "Upload-Expires",
            "Upload-Metadata");

    private final String maxAge;

    ApiCorsFilter(Duration preflightLifetime) {
        this.maxAge = String.valueOf(preflightLifetime.toSeconds());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return OPEN.stream().noneMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if ("OPTIONS".equals(request.getMethod()) && request.getHeader(ASKS) != null) {
            String asked = request.getHeader("Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", asked == null ? "Authorization, Content-Type" : asked);
            response.setHeader("Access-Control-Max-Age", maxAge);
            response.setHeader("Vary", "Access-Control-Request-Headers");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }
}
