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

    private ShortUuid() {}

    /** The 22 characters of {@code id}. */
    public static String encode(UUID id) {
        BigInteger rest =
                unsigned(id.getMostSignificantBits()).shiftLeft(64).or(unsigned(id.getLeastSignificantBits()));
        char[] text = new char[LENGTH];
        for (int at = LENGTH - 1; at >= 0; at--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text[at] = ALPHABET.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
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

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
