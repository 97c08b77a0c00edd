package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.PlatformException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which form content is wanted. */
enum ContentFormat {
    /** Files and directories, put together here. */
    FILES("", ""),
    /** One block. */
    RAW("raw", "application/vnd.ipld.raw"),
    /** An archive of blocks. */
    CAR("car", "application/vnd.ipld.car"),
    /** A signed name. */
    IPNS_RECORD("ipns-record", "application/vnd.ipfs.ipns-record");

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    /** Forms that others make of content. */
    private static final List<String> NOT_MADE = List.of("tar", "json", "cbor", "dag-json", "dag-cbor");

    private final String word;
    private final String mediaType;

    ContentFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * Which one is wanted, and whether the header decided.
     *
     * @param parameters of the media type, as {@code ;order=dfs}; empty when it had none
     */
    record Wanted(ContentFormat format, boolean byHeader, String parameters) {}

    /** The address says it before the header does. */
    static Wanted of(@Nullable String query, @Nullable String accept) {
        if (query != null && !query.isEmpty()) {
            return new Wanted(ofWord(query), false, parameters(query, accept));
        }
        String types = accept == null ? "" : accept;
        return COMMA.splitAsStream(types)
                .map(ContentFormat::ofType)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Wanted(FILES, false, ""));
    }

    private static ContentFormat ofWord(String word) {
        if (NOT_MADE.contains(word)) {
            throw new PlatformException(
                    IpfsErrorCode.NOT_ACCEPTABLE, "Content is given as raw, car or files, not as " + word + ".");
        }
        return Arrays.stream(values())
                .filter(format -> format != FILES && format.word.equals(word))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("format", "must be raw, car or ipns-record."));
    }

    private static Optional<Wanted> ofType(String type) {
        String[] parts = SEMICOLON.split(type.strip().toLowerCase(Locale.ROOT), 2);
        return Arrays.stream(values())
                .filter(format -> format != FILES && format.mediaType.equals(parts[0].strip()))
                .findFirst()
                .map(format -> new Wanted(format, true, parts.length == 1 ? "" : parts[1]));
    }

    /** What the header says of the same form, still counts. */
    private static String parameters(String query, @Nullable String accept) {
        return of(null, accept).format == ofWord(query) ? of(null, accept).parameters : "";
    }
}
