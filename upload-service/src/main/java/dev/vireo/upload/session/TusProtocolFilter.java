package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** What holds for every tus request and answer: version, method override, no caching. */
final class TusProtocolFilter extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("PATCH", "DELETE", "HEAD", "POST", "OPTIONS");

    private final ProblemWriter problems;

    TusProtocolFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(TusUploadController.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(TusHeaders.RESUMABLE, TusHeaders.PROTOCOL);
        response.setHeader("Cache-Control", "no-store");
        HttpServletRequest meant = withOverride(request);
        if (!meant.getMethod().equals("OPTIONS")
                && !TusHeaders.PROTOCOL.equals(request.getHeader(TusHeaders.RESUMABLE))) {
            response.setHeader(TusHeaders.VERSION, TusHeaders.PROTOCOL);
            problems.write(
                    new PlatformException(
                            UploadErrorCode.UNSUPPORTED_VERSION, "Send Tus-Resumable: 1.0.0, the version we speak."),
                    response);
            return;
        }
        chain.doFilter(meant, response);
    }

    private static HttpServletRequest withOverride(HttpServletRequest request) {
        @Nullable String wanted = request.getHeader(TusHeaders.METHOD_OVERRIDE);
        String method = wanted == null ? "" : wanted.trim().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            return request;
        }
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return method;
            }
        };
    }
}
