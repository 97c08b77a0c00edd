package dev.vireo.seeder.torrent;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a torrent in version 1: SHA-1 of its info dictionary (BEP 3).
 *
 * @param hex 40 digits, lower case
 */
public record InfohashV1(String hex) {

    /** How many bytes it has, as trackers and peers send it. */
    public static final int BYTES = 20;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

    public InfohashV1 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not an infohash of version 1: " + hex);
        }
    }

    /** Of the bytes of an info dictionary. */
    static InfohashV1 ofInfo(byte[] info) {
        return of(Digests.sha1().digest(info));
    }

    /** Of its own 20 bytes. */
    public static InfohashV1 of(byte[] bytes) {
        return new InfohashV1(HexFormat.of().formatHex(bytes));
    }

    /** Its 20 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
