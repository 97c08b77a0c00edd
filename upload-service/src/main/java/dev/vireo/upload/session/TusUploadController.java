package dev.vireo.upload.session;

import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** tus 1.0.0: core, creation, creation-with-upload, checksum, termination, expiration. Bodies are streamed. */
@RestController
final class TusUploadController {
    static final String PATH = "/api/v1/uploads";

    private final UploadSessions sessions;
    private final UploadProperties properties;

    TusUploadController(UploadSessions sessions, UploadProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @RequestMapping(
            path = {PATH, PATH + "/{id}"},
            method = RequestMethod.OPTIONS)
    void options(HttpServletResponse response) {
        response.setHeader(TusHeaders.VERSION, TusHeaders.PROTOCOL);
        response.setHeader(TusHeaders.EXTENSION, TusHeaders.EXTENSIONS);
        response.setHeader(
                TusHeaders.MAX_SIZE, Long.toString(properties.maxSize().toBytes()));
        response.setHeader(TusHeaders.CHECKSUM_ALGORITHM, UploadChecksum.ALGORITHMS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @RequestMapping(path = PATH, method = RequestMethod.POST)
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Callers.current();
        caller.requireSubject();
        if (request.getHeader(TusHeaders.DEFER_LENGTH) != null) {
            throw new PlatformException(
                    UploadErrorCode.BAD_HEADER, "Upload-Defer-Length is not offered: send Upload-Length.");
        }
        long length = TusHeaders.number(TusHeaders.LENGTH, request.getHeader(TusHeaders.LENGTH));
        NewUpload wanted =
                UploadMetadata.parse(request.getHeader(TusHeaders.METADATA)).announce(length);
        boolean withBytes = hasBody(request);
        if (withBytes) {
            requireOffsetStream(request);
        }
        UploadChecksum checksum = UploadChecksum.parse(request.getHeader(TusHeaders.CHECKSUM));
        if (withBytes && request.getContentLengthLong() > length) {
            throw new PlatformException(
                    UploadErrorCode.TOO_LARGE, "The request has more bytes than Upload-Length says.");
        }
        UploadSession session = sessions.create(caller, wanted);
        response.setHeader("Location", TusHeaders.location(request.getHeader(TusHeaders.PUBLIC_URL), session.id()));
        if (withBytes) {
            UploadBody body = new UploadBody(request.getInputStream(), request.getContentLengthLong(), checksum);
            session = sessions.write(caller, session.id(), 0, body);
        }
        describe(session, response);
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    @RequestMapping(path = PATH + "/{id}", method = RequestMethod.HEAD)
    void head(@PathVariable String id, HttpServletResponse response) {
        UploadSession session = sessions.find(Callers.current(), uploadId(id));
        describe(session, response);
        response.setHeader(TusHeaders.LENGTH, Long.toString(session.length()));
        response.setStatus(HttpServletResponse.SC_OK);
    }

    @RequestMapping(path = PATH + "/{id}", method = RequestMethod.PATCH)
    void patch(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Callers.current();
        caller.requireSubject();
        requireOffsetStream(request);
        long offset = TusHeaders.number(TusHeaders.OFFSET, request.getHeader(TusHeaders.OFFSET));
        UploadBody body = new UploadBody(
                request.getInputStream(),
                request.getContentLengthLong(),
                UploadChecksum.parse(request.getHeader(TusHeaders.CHECKSUM)));
        describe(sessions.write(caller, uploadId(id), offset, body), response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @RequestMapping(path = PATH + "/{id}", method = RequestMethod.DELETE)
    void delete(@PathVariable String id, HttpServletResponse response) {
        sessions.terminate(Callers.current(), uploadId(id));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static void describe(UploadSession session, HttpServletResponse response) {
        response.setHeader(TusHeaders.OFFSET, Long.toString(session.progress().received()));
        response.setHeader(TusHeaders.EXPIRES, TusHeaders.date(session.expiresAt()));
        if (session.state() == UploadState.COMPLETED) {
            UUID video = session.id().value();
            response.setHeader(TusHeaders.VIDEO_ID, video.toString());
            response.setHeader(TusHeaders.VIDEO_SHORT_ID, ShortUuid.encode(video));
        }
    }

    /** A body without a length counts: its end is not known before it is read. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void requireOffsetStream(HttpServletRequest request) {
        if (!TusHeaders.isOffsetStream(request.getContentType())) {
            throw new PlatformException(
                    UploadErrorCode.WRONG_CONTENT_TYPE, "Send the bytes as " + TusHeaders.OFFSET_STREAM + ".");
        }
    }

    private static UploadId uploadId(String text) {
        return ShortUuid.parse(text).map(UploadId::new).orElseThrow(UploadSessions::notFound);
    }
}
