package dev.vireo.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How documents of a kind are kept.
 *
 * @param number grows with each change: of two versions of the service the one with the higher number is the newer
 * @param digest tells two mappings of one number apart
 */
record Mapping(int number, String digest) {
    private static final String META = "_meta";
    private static final int DIGITS = 16;

    /** That of this version of the service. */
    static Mapping of(Kind kind) {
        String text = text(kind);
        int number = new JsonMapper()
                .readTree(text)
                .path("mappings")
                .path(META)
                .path("number")
                .asInt();
        if (number < 1) {
            throw new IllegalStateException("The mapping of " + kind.word() + " has no number");
        }
        return new Mapping(number, digest(text).substring(0, DIGITS));
    }

    /** A new index of this mapping, as this deployment keeps it; nobody asks it before it is filled. */
    String definition(Kind kind, IndexProperties properties, String writeAlias) {
        ObjectNode whole = (ObjectNode) new JsonMapper().readTree(text(kind));
        ((ObjectNode) whole.get("settings"))
                .put("number_of_shards", properties.shards())
                .put("number_of_replicas", properties.replicas())
                .put("refresh_interval", -1);
        ((ObjectNode) whole.get("mappings").get(META)).put("digest", digest);
        whole.putObject("aliases").putObject(writeAlias).put("is_write_index", true);
        return whole.toString();
    }

    private static String text(Kind kind) {
        String name = "/index/" + kind.word() + ".json";
        try (InputStream json = Mapping.class.getResourceAsStream(name)) {
            if (json == null) {
                throw new IllegalStateException("The mapping is missing: " + name);
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
