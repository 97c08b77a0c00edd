package dev.vireo.gateway.media;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectInfo;
import dev.vireo.kit.origin.ObjectKey;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Serves {@code /media/**}; a plain servlet, because most requests of a deployment are these. */
final class MediaController extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String IMMUTABLE = "max-age=31536000, immutable";
    private static final String SOME_HOURS = "max-age=7200";

    /** Attributes of a request by which Tomcat is told to send a file. */
    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

    private final transient MediaAccess access;
    private final transient MediaObjects objects;
    private final transient PlaylistGrpcClient growing;
    private final transient MediaRedirects redirects;
    private final transient RangeCache cache;
    private final transient BodyCopier copier;

    MediaController(
            MediaAccess access,
            MediaObjects objects,
            PlaylistGrpcClient growing,
            MediaRedirects redirects,
            RangeCache cache,
            BodyCopier copier) {
        this.access = access;
        this.objects = objects;
        this.growing = growing;
        this.redirects = redirects;
        this.cache = cache;
        this.copier = copier;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        allowOtherOrigins(response);
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match, Cache-Control");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response, false);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response, true);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, boolean get) throws IOException {
        allowOtherOrigins(response);
        MediaPath path =
                MediaPath.parse(request.getRequestURI()).orElseThrow(() -> PlatformException.notFound("such file"));
        InstanceId instance = Callers.current().instance();
        access.check(instance, path);
        if (path.kind() == MediaPath.Kind.GROWING_PLAYLIST) {
            grow(path, instance, response, get);
            return;
        }
        Optional<String> elsewhere = get ? redirects.target(instance, path) : Optional.empty();
        if (elsewhere.isPresent()) {
            response.setHeader("Cache-Control", "private, max-age=" + redirects.maxAge());
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", elsewhere.get());
            return;
        }
        answer(new Exchange(request, response, path, get), path.key(instance));
    }

    /** One request that is answered from an object. */
    private record Exchange(HttpServletRequest request, HttpServletResponse response, MediaPath path, boolean get) {
        RangeAnswer.Conditions conditions() {
            return new RangeAnswer.Conditions(
                    get ? request.getHeader("Range") : null,
                    request.getHeader("If-Range"),
                    request.getHeader("If-None-Match"));
        }
    }

    private void grow(MediaPath path, InstanceId instance, HttpServletResponse response, boolean get)
            throws IOException {
        byte[] text = growing.playlist(instance, path);
        response.setContentType(path.type());
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(text.length);
        if (get) {
            response.getOutputStream().write(text);
        }
    }

    private void answer(Exchange exchange, ObjectKey key) throws IOException {
        ObjectInfo info = objects.info(key);
        HttpServletResponse response = exchange.response();
        String etag = "\"" + info.etag() + "\"";
        response.setHeader("ETag", etag);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", cacheControl(exchange.path()));
        switch (RangeAnswer.decide(exchange.conditions(), etag, info.size())) {
            case RangeAnswer.NotModified not -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            case RangeAnswer.Unsatisfiable none -> {
                response.setHeader("Content-Range", "bytes */" + none.total());
                response.setHeader("Cache-Control", "no-store");
                response.setContentLength(0);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
            case RangeAnswer.Whole whole -> whole(exchange, key, info);
            case RangeAnswer.Single single -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", single.range().contentRange(single.total()));
                response.setContentType(exchange.path().type());
                response.setContentLengthLong(single.range().length());
                send(exchange, new RangeCache.Part(key, info.etag(), single.range()));
            }
            case RangeAnswer.Several several -> several(exchange, key, several);
        }
    }

    private void whole(Exchange exchange, ObjectKey key, ObjectInfo info) throws IOException {
        HttpServletResponse response = exchange.response();
        response.setContentType(exchange.path().type());
        response.setContentLengthLong(info.size());
        if (!exchange.get() || info.size() == 0) {
            return;
        }
        Optional<byte[]> document =
                exchange.path().type().startsWith("video/") ? Optional.empty() : objects.document(key, info);
        if (document.isPresent()) {
            response.getOutputStream().write(document.get());
        } else {
            send(exchange, new RangeCache.Part(key, info.etag(), new ByteRange(0, info.size())));
        }
    }

    private void several(Exchange exchange, ObjectKey key, RangeAnswer.Several several) throws IOException {
        HttpServletResponse response = exchange.response();
        var frame = new MultipartRanges(
                "vireo-" + UUID.randomUUID(), exchange.path().type(), several.total());
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType(frame.contentType());
        response.setContentLengthLong(frame.length(several.ranges()));
        OutputStream out = response.getOutputStream();
        for (ByteRange range : several.ranges()) {
            out.write(frame.head(range));
            copy(key, range, out);
        }
        out.write(frame.end());
    }

    /** A file is sent by the connector when this is over: no thread of ours waits for the viewer. */
    private void send(Exchange exchange, RangeCache.Part part) throws IOException {
        HttpServletRequest request = exchange.request();
        ByteRange range = part.range();
        Optional<Path> file = Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"))
                ? cache.find(part, () -> objects.open(part.key(), range))
                : Optional.empty();
        if (file.isPresent()) {
            request.setAttribute(SENDFILE + "filename", file.get().toString());
            request.setAttribute(SENDFILE + "start", 0L);
            request.setAttribute(SENDFILE + "end", range.length());
        } else {
            copy(part.key(), range, exchange.response().getOutputStream());
        }
    }

    private void copy(ObjectKey key, ByteRange range, OutputStream out) throws IOException {
        copier.copy(() -> objects.open(key, range), out, range.length());
    }

    private static String cacheControl(MediaPath path) {
        String who = path.grant() == null ? "public, " : "private, ";
        return who + (path.kind() == MediaPath.Kind.GROWING_SEGMENT ? SOME_HOURS : IMMUTABLE);
    }

    private static void allowOtherOrigins(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Content-Length, Content-Range, Accept-Ranges, ETag");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
