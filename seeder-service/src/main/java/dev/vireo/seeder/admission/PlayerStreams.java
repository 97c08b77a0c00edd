package dev.vireo.seeder.admission;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What p2p-media-loader (2.3, with hls.js) calls the streams of a multivariant playlist at a tracker: 20 characters made
 * of the swarm's id and the attributes of the stream. Pure.
 */
public final class PlayerStreams {

    private static final int MOST = 100;
    private static final int NAME_BYTES = 15;
    private static final int LANGUAGE_LETTERS = 2;
    private static final String VARIANT = "#EXT-X-STREAM-INF:";
    private static final String ALTERNATIVE = "#EXT-X-MEDIA:";
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(?:\"([^\"]*)\"|([^,\"]*))(?:,|$)");
    private static final Set<String> VIDEO =
            Set.of("avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "dvh1", "dvhe");
    private static final Set<String> AUDIO = Set.of("mp4a", "ac-3", "ec-3", "opus", "flac", "fLaC", "Opus");

    private PlayerStreams() {}

    /** The id of the swarm of a version, the same for all viewers, whatever address they watch at. */
    public static String swarm(String videoId, int version) {
        return videoId + "/" + version;
    }

    /** The hashes of all streams of a playlist; none of what is no playlist. */
    public static List<TrackedHash> hashes(String swarm, String playlist) {
        List<String> lines = playlist.lines().limit(10L * MOST).toList();
        Map<String, String> groups = new HashMap<>();
        Set<TrackedHash> hashes = new LinkedHashSet<>();
        String firstAudio = "";
        for (String line : lines) {
            if (line.startsWith(VARIANT)) {
                Map<String, String> attributes = attributes(line.substring(VARIANT.length()));
                String audio = codecs(attributes, AUDIO);
                firstAudio = groups.isEmpty() ? audio : firstAudio;
                groups.putIfAbsent(attributes.getOrDefault("AUDIO", ""), audio);
                hashes.add(hash(swarm, "main", variant(attributes)));
            }
        }
        for (String line : lines) {
            if (line.startsWith(ALTERNATIVE)) {
                Map<String, String> attributes = attributes(line.substring(ALTERNATIVE.length()));
                if (attributes.getOrDefault("TYPE", "").equals("AUDIO")) {
                    String codecs = groups.getOrDefault(attributes.getOrDefault("GROUP-ID", ""), firstAudio);
                    hashes.add(hash(swarm, "secondary", audio(attributes, codecs)));
                }
            }
        }
        return hashes.stream().limit(MOST).toList();
    }

    private static String variant(Map<String, String> attributes) {
        String[] size = attributes.getOrDefault("RESOLUTION", "x").split("x", -1);
        return Stream.of(
                        attributes.getOrDefault("BANDWIDTH", "0"),
                        sorted(codecs(attributes, VIDEO)),
                        size[0],
                        size[size.length - 1],
                        "",
                        "",
                        "",
                        number(attributes.getOrDefault("FRAME-RATE", "")),
                        attributes
                                .getOrDefault("VIDEO-RANGE", "")
                                .toUpperCase(Locale.ROOT)
                                .strip())
                .collect(Collectors.joining("-"));
    }

    private static String audio(Map<String, String> attributes, String codecs) {
        String language = attributes.getOrDefault("LANGUAGE", "");
        String name = attributes.getOrDefault("NAME", language);
        return Stream.of(
                        "0",
                        sorted(codecs),
                        "",
                        "",
                        language.equals("und")
                                ? ""
                                : language.substring(0, Math.min(LANGUAGE_LETTERS, language.length()))
                                        .toLowerCase(Locale.ROOT),
                        attributes.getOrDefault("CHANNELS", "").split("/", -1)[0],
                        name.toLowerCase(Locale.ROOT).strip(),
                        "",
                        "")
                .collect(Collectors.joining("-"));
    }

    private static TrackedHash hash(String swarm, String kind, String description) {
        Base64.Encoder base64 = Base64.getEncoder();
        String stream = base64.encodeToString(sha1(description));
        byte[] name = Arrays.copyOf(sha1("v2-" + swarm + "-" + kind + "-" + stream), NAME_BYTES);
        return TrackedHash.of(base64.encode(name));
    }

    private static Map<String, String> attributes(String list) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(list);
        while (attribute.find()) {
            String quoted = attribute.group(2);
            attributes.putIfAbsent(attribute.group(1), quoted == null ? attribute.group(3) : quoted);
        }
        return attributes;
    }

    /** Those of the codecs that are of a kind. */
    private static String codecs(Map<String, String> attributes, Set<String> kind) {
        return Stream.of(attributes.getOrDefault("CODECS", "").split("[ ,]+", -1))
                .filter(codec -> kind.contains(codec.split("\\.", -1)[0]))
                .collect(Collectors.joining(","));
    }

    private static String sorted(String codecs) {
        return Stream.of(codecs.toLowerCase(Locale.ROOT).split(",", -1))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** As JavaScript writes it. */
    private static String number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return "";
        }
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
