package dev.vireo.gateway.web;

import dev.vireo.kit.error.ErrorKind;
import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Outermost: failures of filters and plain servlets become problem documents; every answer forbids type sniffing. */
final class ProblemFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);
    private static final int UNAUTHORIZED = 401;

    private final JsonMapper json;

    ProblemFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            chain.doFilter(request, response);
        } catch (PlatformException failure) {
            write(failure, response);
        } catch (ServletException wrapped) {
            if (wrapped.getCause() instanceof PlatformException failure) {
                write(failure, response);
            } else {
                throw wrapped;
            }
        }
    }

    private void write(PlatformException failure, HttpServletResponse response) throws IOException {
        if (failure.code().kind() == ErrorKind.INTERNAL) {
            LOG.error("A request failed for a reason of ours", failure);
        }
        if (response.isCommitted()) {
            throw new IOException("The answer broke off: " + failure.code().code(), failure);
        }
        ProblemDetail problem = GatewayExceptionHandler.problem(failure);
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        if (problem.getStatus() == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        GatewayExceptionHandler.retryAfter(failure).ifPresent(after -> response.setHeader("Retry-After", after));
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
