package dev.vireo.seeder.admission;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What counts as one address when limits are kept: an address of 4 bytes, or the first 8 of 16, as a household is
 * given that many.
 */
public record AddressPrefix(long bits) {

    private static final int IPV4_BYTES = 4;
    private static final long THIRTY_TWO_BITS = 0xffff_ffffL;

    /** The one of an address. */
    public static AddressPrefix of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return new AddressPrefix(bytes.remaining() == IPV4_BYTES ? bytes.getInt() & THIRTY_TWO_BITS : bytes.getLong());
    }
}
