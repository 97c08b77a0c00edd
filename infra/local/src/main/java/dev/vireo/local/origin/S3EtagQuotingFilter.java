package dev.vireo.local.origin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Quotes the ETag that the MinIO SDK sends bare when it composes objects. Only the single-value getter answers
 * differently: the signature is computed from the other one and must see what was sent.
 */
final class S3EtagQuotingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Quoting(request), response);
    }

    private static final class Quoting extends HttpServletRequestWrapper {
        Quoting(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            boolean condition = name.toLowerCase(Locale.ROOT).startsWith("x-amz-copy-source-if-")
                    && name.toLowerCase(Locale.ROOT).endsWith("match");
            return value != null && condition && !value.startsWith("\"") && !"*".equals(value)
                    ? "\"" + value + "\""
                    : value;
        }
    }
}
