package dev.vireo.seeder.ipfsgateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Headers that several kinds of answers have. */
final class Headers {

    /** What a CID names never changes. */
    static final String IMMUTABLE = "public, max-age=29030400, immutable";

    private Headers() {}

    static Map<String, String> of(String contentType, String entityTag, String cacheControl) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Etag", entityTag);
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        return headers;
    }

    /** Saved under a name, not shown (RFC 6266, RFC 8187). */
    static String attachment(String filename) {
        return disposition("attachment", filename);
    }

    /** Shown, with a name for who saves it. */
    static String inline(String filename) {
        return disposition("inline", filename);
    }

    private static String disposition(String kind, String filename) {
        String plain = filename.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_");
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
