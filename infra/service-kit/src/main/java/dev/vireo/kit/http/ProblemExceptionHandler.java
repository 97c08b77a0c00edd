package dev.vireo.kit.http;

import dev.vireo.kit.error.ErrorKind;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.Outages;
import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** The one mapping from failures to HTTP: a problem document, and a log line for what is our fault. */
@RestControllerAdvice
final class ProblemExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(PlatformException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw brokenOff(failure);
        }
        if (failure.code().kind() == ErrorKind.INTERNAL) {
            LOG.error("A request failed for a reason of ours", failure);
        }
        return answer(Problem.of(failure), new HttpHeaders());
    }

    /** Wrong methods, media types and parameters, as Spring finds them; broken connections end here too. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> any(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw brokenOff(failure);
        }
        if (failure instanceof ErrorResponse refused) {
            ProblemDetail body = refused.getBody();
            String sentence = body.getDetail() == null ? "The request cannot be answered." : body.getDetail();
            String code = body.getStatus() == 404 ? "not_found" : "invalid_argument";
            return answer(Problem.of(body.getStatus(), code, sentence), refused.getHeaders());
        }
        if (failure instanceof IOException) {
            LOG.debug("The connection ended early: {}", failure.toString());
            return null;
        }
        PlatformException known = Outages.of(failure).orElseGet(() -> defect(failure));
        return answer(Problem.of(known), new HttpHeaders());
    }

    /** An answer that has begun is cut short by the server then, so that nobody takes it for a whole one. */
    private static <E extends Exception> E brokenOff(E failure) {
        LOG.debug("An answer breaks off: {}", failure.toString());
        return failure;
    }

    private static PlatformException defect(Exception failure) {
        LOG.error("A request failed for a reason of ours", failure);
        return new PlatformException(KitErrorCode.INTERNAL, "Something went wrong on our side; it was logged.");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        var builder = ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.getStatus() == 503 || problem.getStatus() == 429) {
            builder.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return builder.body(problem);
    }
}
