package dev.vireo.seeder.ipfsgateway;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request, whichever server it came to.
 *
 * @param path what is wanted
 * @param wanted in which form
 * @param query the value of a parameter of the address; null when it has none of that name
 * @param header the value of a header; null when there is none of that name
 */
record ContentRequest(
        ContentPath path,
        ContentFormat.Wanted wanted,
        Function<String, @Nullable String> query,
        Function<String, @Nullable String> header) {

    private static final Pattern COMMA = Pattern.compile(",");

    static ContentRequest of(
            String path, Function<String, @Nullable String> query, Function<String, @Nullable String> header) {
        return new ContentRequest(
                ContentPath.parse(path),
                ContentFormat.of(query.apply("format"), header.apply("Accept")),
                query,
                header);
    }

    /** Only what is there at once is wanted. */
    boolean onlyIfCached() {
        String cacheControl = header.apply("Cache-Control");
        return cacheControl != null && cacheControl.contains("only-if-cached");
    }

    /** The caller has it already (RFC 9110, 13.1.2): strength does not matter for this. */
    boolean has(String entityTag) {
        String tags = header.apply("If-None-Match");
        return tags != null
                && COMMA.splitAsStream(tags)
                        .map(String::strip)
                        .anyMatch(tag -> "*".equals(tag) || bare(tag).equals(bare(entityTag)));
    }

    /** Under which name it is saved; the other one when none is asked for. */
    String filename(String otherwise) {
        String asked = query.apply("filename");
        return asked == null || asked.isBlank() ? otherwise : asked;
    }

    private static String bare(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
