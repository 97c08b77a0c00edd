package dev.vireo.kit;

import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;

/**
 * PeerTube's short form of a UUID: the number in base 58 (Flickr's alphabet), 22 characters, padded on the left.
 * Each UUID has exactly one short form, and decoding gives it back.
 */
public final class ShortUuid {
    private static final String ALPHABET = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 22;
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int WORD = 32;
    private static final long LOW = 0xFFFFFFFFL;

    private ShortUuid() {}

    /** The 22 characters of {@code id}. */
    public static String encode(UUID id) {
        long[] words = {
            id.getMostSignificantBits() >>> WORD,
            id.getMostSignificantBits() & LOW,
            id.getLeastSignificantBits() >>> WORD,
            id.getLeastSignificantBits() & LOW
        };
        char[] text = new char[LENGTH];
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = ALPHABET.charAt(divide(words));
        }
        return new String(text);
    }

    /** By 58, in place; gives the rest. A list has dozens of ids: numbers of any size would cost more than all else in it. */
    private static int divide(long[] words) {
        long rest = 0;
        for (int at = 0; at < words.length; at++) {
            long number = rest << WORD | words[at];
            words[at] = number / ALPHABET.length();
            rest = number % ALPHABET.length();
        }
        return (int) rest;
    }

    /** The UUID that {@code text} is the short or the usual form of; empty when it is neither. */
    public static Optional<UUID> parse(String text) {
        return switch (text.length()) {
            case LENGTH -> decode(text);
            case 36 -> canonical(text);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> decode(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < LENGTH; at++) {
            int digit = ALPHABET.indexOf(text.charAt(at));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return number.bitLength() > 128
                ? Optional.empty()
                : Optional.of(new UUID(number.shiftRight(64).longValue(), number.longValue()));
    }

    private static Optional<UUID> canonical(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}
