package dev.vireo.kit.http;

import dev.vireo.kit.error.PlatformException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem documents (RFC 9457) for failures: {@code type, title, status, detail, code}. */
public final class Problem {
    private static final String TYPES = "urn:vireo:problem:";

    private Problem() {}

    /** The document for a failure. */
    public static ProblemDetail of(PlatformException failure) {
        return of(failure.code().httpStatus(), failure.code().code(), failure.sentence());
    }

    /** The document for a status, with the stable code and the sentence for the caller. */
    public static ProblemDetail of(int status, String code, String sentence) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(org.springframework.http.HttpStatusCode.valueOf(status), sentence);
        problem.setType(java.net.URI.create(TYPES + code));
        HttpStatus known = HttpStatus.resolve(status);
        problem.setTitle(known == null ? code : known.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }
}
