package dev.vireo.seeder.torrent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A magnet link (BEP 9, 53): enough to join a swarm.
 *
 * @param v1 {@code urn:btih}; null for a torrent of version 2 alone
 * @param v2 {@code urn:btmh}; null for a torrent of version 1 alone
 * @param name {@code dn}, for people; none when it is empty
 * @param trackers {@code tr}
 * @param webSeeds {@code ws}, addresses of the whole file
 * @param torrents {@code xs}, addresses of the {@code .torrent}
 * @param sources {@code as}, other places of the file
 */
public record MagnetUri(
        @Nullable InfohashV1 v1,
        @Nullable InfohashV2 v2,
        String name,
        List<String> trackers,
        List<String> webSeeds,
        List<String> torrents,
        List<String> sources) {

    /** A multihash says first what it is: SHA-256, 32 bytes. */
    private static final String SHA256_OF_32_BYTES = "1220";

    public MagnetUri {
        if (v1 == null && v2 == null) {
            throw new IllegalArgumentException("A magnet link names an infohash");
        }
        trackers = List.copyOf(trackers);
        webSeeds = List.copyOf(webSeeds);
        torrents = List.copyOf(torrents);
        sources = List.copyOf(sources);
    }

    /** The hashes of a hybrid torrent and a name alone. */
    public static MagnetUri of(InfohashV1 v1, InfohashV2 v2, String name) {
        return new MagnetUri(v1, v2, name, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public String toString() {
        StringBuilder uri = new StringBuilder("magnet:?");
        if (v1 != null) {
            add(uri, "xt", "urn:btih:" + v1.hex());
        }
        if (v2 != null) {
            add(uri, "xt", "urn:btmh:" + SHA256_OF_32_BYTES + v2.hex());
        }
        if (!name.isEmpty()) {
            add(uri, "dn", encoded(name));
        }
        trackers.forEach(address -> add(uri, "tr", encoded(address)));
        webSeeds.forEach(address -> add(uri, "ws", encoded(address)));
        torrents.forEach(address -> add(uri, "xs", encoded(address)));
        sources.forEach(address -> add(uri, "as", encoded(address)));
        return uri.toString();
    }

    private static void add(StringBuilder uri, String key, String value) {
        if (uri.charAt(uri.length() - 1) != '?') {
            uri.append('&');
        }
        uri.append(key).append('=').append(value);
    }

    /** Percent-encoded, a space too: clients do not all know the plus of forms. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
