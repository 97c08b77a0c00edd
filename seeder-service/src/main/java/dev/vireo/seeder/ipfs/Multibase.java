package dev.vireo.seeder.ipfs;

import com.google.common.io.BaseEncoding;
import java.math.BigInteger;
import java.util.Locale;

/** Bytes as text whose first letter says how (multiformats/multibase): the bases in which CIDs are met. */
final class Multibase {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase().omitPadding();
    /** Conversion takes time with the square of the length. */
    private static final int LONGEST = 500;

    private Multibase() {}

    static String base32(byte[] bytes) {
        return "b" + BASE32.encode(bytes);
    }

    static String base36(byte[] bytes) {
        return "k" + encode(bytes, BASE36);
    }

    static String base58(byte[] bytes) {
        return encode(bytes, BASE58);
    }

    static byte[] fromBase58(String text) {
        return decode(text, BASE58);
    }

    /** Reads text with its letter in front. */
    static byte[] decode(String text) {
        if (text.length() < 2 || text.length() > LONGEST) {
            throw new MalformedIpfsException("Text of a base has 2 to " + LONGEST + " letters");
        }
        String rest = text.substring(1);
        try {
            return switch (text.charAt(0)) {
                case 'b' -> BASE32.decode(lower(rest));
                case 'B' -> BASE32.decode(upper(rest));
                case 'f' -> BaseEncoding.base16().lowerCase().decode(lower(rest));
                case 'F' -> BaseEncoding.base16().lowerCase().decode(upper(rest));
                case 'k' -> decode(lower(rest), BASE36);
                case 'K' -> decode(upper(rest), BASE36);
                case 'z' -> decode(rest, BASE58);
                case 'm' -> BaseEncoding.base64().omitPadding().decode(rest);
                case 'u' -> BaseEncoding.base64Url().omitPadding().decode(rest);
                default -> throw new MalformedIpfsException("No base is called " + text.charAt(0));
            };
        } catch (IllegalArgumentException notOfTheBase) {
            throw new MalformedIpfsException("Text does not belong to base " + text.charAt(0), notOfTheBase);
        }
    }

    private static String lower(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new MalformedIpfsException("Text mixes small and capital letters");
        }
        return text;
    }

    private static String upper(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT))) {
            throw new MalformedIpfsException("Text mixes small and capital letters");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** As one large number; zero bytes in front are zero digits in front. */
    private static String encode(byte[] bytes, String digits) {
        BigInteger base = BigInteger.valueOf(digits.length());
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(base)) {
            text.append(digits.charAt(rest.mod(base).intValue()));
        }
        for (int at = 0; at < bytes.length && bytes[at] == 0; at++) {
            text.append(digits.charAt(0));
        }
        return text.reverse().toString();
    }

    private static byte[] decode(String text, String digits) {
        if (text.length() > LONGEST) {
            throw new MalformedIpfsException("Text of a base has at most " + LONGEST + " letters");
        }
        BigInteger base = BigInteger.valueOf(digits.length());
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = digits.indexOf(text.charAt(at));
            if (digit < 0) {
                throw new MalformedIpfsException("Text does not belong to its base");
            }
            number = number.multiply(base).add(BigInteger.valueOf(digit));
            zeros += number.signum() == 0 ? 1 : 0;
        }
        byte[] value = number.toByteArray();
        int sign = value[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + value.length - sign];
        System.arraycopy(value, sign, bytes, zeros, value.length - sign);
        return bytes;
    }
}
