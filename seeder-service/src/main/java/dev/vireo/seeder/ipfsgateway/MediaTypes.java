package dev.vireo.seeder.ipfsgateway;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What a file is: its name says it, or else its first bytes. */
final class MediaTypes {

    private static final String PLAIN = "text/plain";
    private static final String UTF_8 = "; charset=utf-8";
    /** Text and nothing else. */
    static final String TEXT = PLAIN + UTF_8;

    private static final int SNIFFED = 512;
    private static final int BRAND_AT = 4;
    private static final ByteString BRAND = ByteString.copyFromUtf8("ftyp");
    /** Of streaming, which the usual table does not have, or has otherwise. */
    private static final Map<String, String> STREAMING = Map.of(
            "m3u8", "application/vnd.apple.mpegurl",
            "mp4", "video/mp4",
            "m4s", "video/iso.segment",
            "vtt", "text/vtt",
            "js", "text/javascript",
            "mjs", "text/javascript",
            "md", "text/markdown",
            "html", "text/html",
            "svg", "image/svg+xml");
    /** What a browser does what it likes with, unless it is told not to. */
    private static final Set<String> ACTIVE =
            Set.of("text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/xml");

    private MediaTypes() {}

    /**
     * The type.
     *
     * @param begin the first bytes, read when the name does not say it
     */
    static String of(String name, Supplier<ByteString> begin) {
        String known = ofName(name);
        String type = known.isEmpty() ? sniffed(begin.get()) : known;
        return type.startsWith("text/") || "application/json".equals(type) ? type + UTF_8 : type;
    }

    /** Whether a browser would run scripts in it, which came from anybody. */
    static boolean isActive(String type) {
        int end = type.indexOf(';');
        return ACTIVE.contains((end < 0 ? type : type.substring(0, end)).toLowerCase(Locale.ROOT));
    }

    private static String ofName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String known = STREAMING.get(extension);
        String guessed = known != null ? known : URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "" : guessed;
    }

    private static String sniffed(ByteString begin) {
        ByteString first = begin.substring(0, Math.min(SNIFFED, begin.size()));
        if (first.size() > BRAND_AT && first.substring(BRAND_AT).startsWith(BRAND)) {
            return "video/mp4";
        }
        try {
            String guessed = URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(first.toByteArray()));
            return guessed != null ? guessed : isText(first) ? PLAIN : "application/octet-stream";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A letter that is cut off at the end does not matter. */
    private static boolean isText(ByteString bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(SNIFFED);
        var result = decoder.decode(ByteBuffer.wrap(bytes.toByteArray()), text, false);
        return !result.isError() && text.flip().chars().noneMatch(MediaTypes::isControl);
    }

    private static boolean isControl(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    }
}
