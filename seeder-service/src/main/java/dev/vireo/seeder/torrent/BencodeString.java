package dev.vireo.seeder.torrent;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that never change; ordered as bencode orders keys, which is by unsigned bytes. */
public final class BencodeString implements BencodeValue, Comparable<BencodeString> {

    private final byte[] bytes;

    private BencodeString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static BencodeString of(byte[] bytes) {
        return new BencodeString(bytes.clone());
    }

    /** A copy of a part of these bytes. */
    static BencodeString of(byte[] bytes, int from, int to) {
        return new BencodeString(Arrays.copyOfRange(bytes, from, to));
    }

    /** The text in UTF-8. */
    public static BencodeString of(String text) {
        return new BencodeString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** The bytes as text; empty when they are not UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(BencodeString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BencodeString string && Arrays.equals(bytes, string.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text().orElseGet(() -> HexFormat.of().formatHex(bytes));
    }
}
