package dev.vireo.upload.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads on what a client still sends after its answer: one that sends gigabytes must be able to read why they are
 * refused, and would not if the connection were cut. One that only trickles is cut off.
 */
final class UnreadBodyFilter extends OncePerRequestFilter {
    private static final int LEAST_BYTES_PER_SECOND = 64 * 1024;

    private final Duration grace;
    private final Clock clock;

    UnreadBodyFilter(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        try {
            ServletInputStream rest = request.getInputStream();
            if (!rest.isFinished()) {
                response.flushBuffer();
                readOn(rest);
            }
        } catch (IOException gone) {
            // There is nobody to read on for.
        }
    }

    private void readOn(ServletInputStream rest) throws IOException {
        Instant end = clock.instant().plus(grace);
        byte[] scratch = new byte[LEAST_BYTES_PER_SECOND];
        long dropped = 0;
        int read = rest.read(scratch);
        while (read >= 0 && clock.instant().isBefore(end.plusSeconds(dropped / LEAST_BYTES_PER_SECOND))) {
            dropped += read;
            read = rest.read(scratch);
        }
    }
}
