package dev.vireo.seeder.tracker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Where a peer is reached. */
public sealed interface PeerEndpoint {

    /** Of which family it is. */
    PeerFamily family();

    /**
     * An address, held without an array: an answer reads those of many peers, each from another place in memory.
     *
     * @param high the first 8 of 16 bytes; nothing of 4
     * @param low the last 8 of 16 bytes, or all 4
     * @param port of it
     * @param family whether it has 4 bytes or 16
     */
    record Address(long high, long low, int port, PeerFamily family) implements PeerEndpoint {

        private static final int IPV4_BYTES = 4;
        private static final int IPV6_BYTES = 16;
        private static final int SIXTEEN_BITS = 0xffff;

        /** Of an address and a port. */
        public static Address of(InetAddress address, int port) {
            ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
            return bytes.remaining() == IPV4_BYTES
                    ? new Address(0, bytes.getInt(), port & SIXTEEN_BITS, PeerFamily.IPV4)
                    : new Address(bytes.getLong(), bytes.getLong(), port & SIXTEEN_BITS, PeerFamily.IPV6);
        }

        /** The address alone. */
        public InetAddress address() {
            ByteBuffer bytes = ByteBuffer.allocate(addressBytes());
            putAddress(bytes);
            try {
                return InetAddress.getByAddress(bytes.array());
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** How many bytes it has with the two of the port behind them, as answers have it. */
        public int compactBytes() {
            return addressBytes() + Short.BYTES;
        }

        /** Puts its bytes and those of the port. */
        public void putCompact(ByteBuffer into) {
            putAddress(into);
            into.putShort((short) port);
        }

        private int addressBytes() {
            return family == PeerFamily.IPV4 ? IPV4_BYTES : IPV6_BYTES;
        }

        private void putAddress(ByteBuffer into) {
            if (family == PeerFamily.IPV4) {
                into.putInt((int) low);
            } else {
                into.putLong(high).putLong(low);
            }
        }
    }

    /**
     * A socket to us.
     *
     * @param socket the one
     */
    record Socket(PeerSocket socket) implements PeerEndpoint {

        @Override
        public PeerFamily family() {
            return PeerFamily.WEB;
        }
    }
}
