package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.unixfs.ByteRange;
import dev.vireo.seeder.unixfs.DagWalk;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks an archive has (IPIP-402, IPIP-412).
 *
 * @param scope how far below the end of the path
 * @param range of a file
 * @param duplicates a block comes again where it is linked to again
 */
record CarOptions(DagWalk.Scope scope, ByteRange range, boolean duplicates) {

    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final String YES = "y";
    private static final String NO = "n";

    /**
     * Reads what the address says, and what the media type does.
     *
     * @param query the value of a parameter of the address; null when it has none of that name
     */
    static CarOptions of(Function<String, @Nullable String> query, String parameters) {
        Map<String, String> type = SEMICOLON
                .splitAsStream(parameters)
                .map(String::strip)
                .filter(one -> one.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        one -> one.substring(0, one.indexOf('=')),
                        one -> one.substring(one.indexOf('=') + 1).replace("\"", ""),
                        (first, second) -> first));
        version(said(query, "car-version", type, "version", "1"));
        order(said(query, "car-order", type, "order", "dfs"));
        return new CarOptions(
                scope(query.apply("dag-scope")),
                range(query.apply("entity-bytes")),
                duplicates(said(query, "car-dups", type, "dups", NO)));
    }

    /** As the media type of the answer has them. */
    String parameters() {
        return "; version=1; order=dfs; dups=" + (duplicates ? YES : NO);
    }

    private static String said(
            Function<String, @Nullable String> query,
            String name,
            Map<String, String> type,
            String ofType,
            String otherwise) {
        String said = query.apply(name);
        return said == null ? type.getOrDefault(ofType, otherwise) : said;
    }

    private static void version(String version) {
        if (!"1".equals(version)) {
            throw PlatformException.invalid("car-version", "must be 1.");
        }
    }

    private static void order(String order) {
        if (!"dfs".equals(order) && !"unk".equals(order)) {
            throw PlatformException.invalid("car-order", "must be dfs or unk.");
        }
    }

    private static boolean duplicates(String duplicates) {
        if (!YES.equals(duplicates) && !NO.equals(duplicates)) {
            throw PlatformException.invalid("car-dups", "must be y or n.");
        }
        return YES.equals(duplicates);
    }

    private static DagWalk.Scope scope(@Nullable String scope) {
        return switch (scope) {
            case "block" -> DagWalk.Scope.BLOCK;
            case "entity" -> DagWalk.Scope.ENTITY;
            case "all" -> DagWalk.Scope.ALL;
            case null -> DagWalk.Scope.ALL;
            default -> throw PlatformException.invalid("dag-scope", "must be block, entity or all.");
        };
    }

    private static ByteRange range(@Nullable String range) {
        try {
            return range == null ? ByteRange.WHOLE : ByteRange.parse(range);
        } catch (MalformedIpfsException malformed) {
            throw PlatformException.invalid("entity-bytes", "is no range: " + malformed.getMessage() + ".");
        }
    }
}
