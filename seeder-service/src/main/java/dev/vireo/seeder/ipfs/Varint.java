package dev.vireo.seeder.ipfs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Unsigned numbers of 63 bits in their one shortest form (multiformats/unsigned-varint). */
final class Varint {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int GROUP = 7;
    private static final int MOST_BYTES = 9;

    private Varint() {}

    /** How many bytes a number takes. */
    static int size(long number) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + GROUP - 1) / GROUP);
    }

    static void write(long number, ByteArrayOutputStream into) {
        long rest = number;
        while (rest > SEVEN_BITS) {
            into.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= GROUP;
        }
        into.write((int) rest);
    }

    /** Reads the next number; refused when it is cut off, too long, or not in its shortest form. */
    static long read(ByteBuffer from) {
        long number = 0;
        for (int place = 0; place < MOST_BYTES && from.hasRemaining(); place++) {
            int next = from.get();
            number |= (long) (next & SEVEN_BITS) << (place * GROUP);
            if ((next & MORE) == 0) {
                if (next == 0 && place > 0) {
                    throw new MalformedIpfsException("A number is longer than it needs to be");
                }
                return number;
            }
        }
        throw new MalformedIpfsException("A number is cut off or has more than 63 bits");
    }
}
