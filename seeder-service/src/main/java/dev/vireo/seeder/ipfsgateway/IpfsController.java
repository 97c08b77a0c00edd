package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for content that a CID names. */
@RestController
class IpfsController {

    private final IpfsGateway gateway;
    private final Semaphore answers;

    IpfsController(IpfsGateway gateway, IpfsGatewayProperties properties) {
        this.gateway = gateway;
        this.answers = new Semaphore(properties.answers());
    }

    @GetMapping({"/ipfs/{cid}", "/ipfs/{cid}/**"})
    void content(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!answers.tryAcquire()) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "Too much content is being sent at the moment: try again soon.");
        }
        try {
            answer(request, response);
        } finally {
            answers.release();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = gateway.answer(
                ContentRequest.of(request.getRequestURI(), name -> parameter(request, name), request::getHeader));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.length() >= 0) {
            response.setContentLengthLong(answer.length());
        }
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            write(answer, response);
        }
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        try {
            answer.body().writeTo(response.getOutputStream());
        } catch (PlatformException failed) {
            if (!response.isCommitted()) {
                // What was said of the content is not so of a failure.
                response.reset();
            }
            throw failed;
        }
    }

    /** All of the query by the empty name. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return name.isEmpty() ? request.getQueryString() : request.getParameter(name);
    }
}
