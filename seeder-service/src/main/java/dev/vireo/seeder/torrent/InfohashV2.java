package dev.vireo.seeder.torrent;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a torrent in version 2: SHA-256 of its info dictionary (BEP 52).
 *
 * @param hex 64 digits, lower case
 */
public record InfohashV2(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public InfohashV2 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not an infohash of version 2: " + hex);
        }
    }

    /** Of the bytes of an info dictionary. */
    static InfohashV2 ofInfo(byte[] info) {
        return of(Digests.sha256().digest(info));
    }

    /** Of its own 32 bytes. */
    public static InfohashV2 of(byte[] bytes) {
        return new InfohashV2(HexFormat.of().formatHex(bytes));
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The 20 bytes by which trackers and handshakes know it. */
    public byte[] truncated() {
        return Arrays.copyOf(bytes(), InfohashV1.BYTES);
    }

    @Override
    public String toString() {
        return hex;
    }
}
