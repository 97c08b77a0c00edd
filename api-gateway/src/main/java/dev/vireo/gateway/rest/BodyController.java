package dev.vireo.gateway.rest;

import dev.vireo.gateway.web.GatewayErrorCode;
import dev.vireo.kit.error.PlatformException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads the small bodies of this API, whatever their form, with a bound on their size. */
final class BodyController {
    private static final int LARGEST = 256 * 1024;

    private BodyController() {}

    static BodyFields fields(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new PlatformException(GatewayErrorCode.TOO_LARGE, "The body is larger than 256 KiB.");
        }
        return BodyFields.parse(request.getContentType(), body);
    }
}
