package dev.vireo.gateway.web;

import dev.vireo.kit.error.ErrorKind;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures of controllers as problem documents (RFC 9457) with PeerTube's older {@code error} beside {@code detail}. */
@RestControllerAdvice
final class GatewayExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayExceptionHandler.class);
    private static final int NOT_FOUND = 404;

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> known(PlatformException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        if (failure.code().kind() == ErrorKind.INTERNAL) {
            LOG.error("A request failed for a reason of ours", failure);
        }
        HttpHeaders headers = new HttpHeaders();
        retryAfter(failure).ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, after));
        return answer(problem(failure), headers, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> brokenOff(IOException failure, HttpServletResponse response) throws IOException {
        LOG.debug("The connection ended early", failure);
        if (response.isCommitted()) {
            // The server cuts it short then, so that nobody takes it for a whole one.
            throw failure;
        }
        return null;
    }

    /** Tomcat looks at parameters only when they are first asked for. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> malformed(InvalidParameterException failure, HttpServletResponse response) {
        LOG.debug("Parameters cannot be read", failure);
        return known(
                PlatformException.invalid(
                        "query", "it cannot be read: names and values must be percent-encoded UTF-8."),
                response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> any(RuntimeException failure, HttpServletResponse response) {
        LOG.error("A request failed for a reason of ours", failure);
        return known(
                new PlatformException(KitErrorCode.INTERNAL, "Something went wrong on our side; it was logged."),
                response);
    }

    /** What Spring itself refuses: unknown paths, methods, media types, parameters. */
    @ExceptionHandler(
            exception = {
                jakarta.servlet.ServletException.class,
                org.springframework.web.server.ResponseStatusException.class,
                org.springframework.http.converter.HttpMessageNotReadableException.class
            })
    @Nullable
    ResponseEntity<ProblemDetail> refused(Throwable failure, HttpServletResponse response) {
        if (failure instanceof ErrorResponse refused) {
            ProblemDetail body = refused.getBody();
            String code = body.getStatus() == NOT_FOUND ? "not_found" : "invalid_argument";
            String detail = body.getDetail() == null ? "The request cannot be answered." : body.getDetail();
            return answer(withError(Problem.of(body.getStatus(), code, detail)), refused.getHeaders(), response);
        }
        return known(PlatformException.invalid("body", "it cannot be read."), response);
    }

    static ProblemDetail problem(PlatformException failure) {
        return withError(Problem.of(failure));
    }

    static Optional<String> retryAfter(PlatformException failure) {
        if (failure instanceof TooManyRequestsException limited) {
            return Optional.of(String.valueOf(limited.seconds()));
        }
        return failure.code().httpStatus() == 503 ? Optional.of("2") : Optional.empty();
    }

    private static ProblemDetail withError(ProblemDetail problem) {
        problem.setProperty("error", problem.getDetail());
        return problem;
    }

    private static @Nullable ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        var builder = ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return builder.body(problem);
    }
}
