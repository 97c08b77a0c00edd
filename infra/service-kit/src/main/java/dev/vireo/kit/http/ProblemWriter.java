package dev.vireo.kit.http;

import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where no controller is at work yet, in a filter. */
public final class ProblemWriter {
    private final JsonMapper json;

    /** Writes with the application's JSON settings. */
    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Sends the document for {@code failure}; the response must not be committed. */
    public void write(PlatformException failure, HttpServletResponse response) throws IOException {
        response.setStatus(failure.code().httpStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (failure.code().httpStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(failure)));
    }
}
