package dev.vireo.seeder.tracker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where a peer is reached. */
public sealed interface PeerEndpoint {

    /** Of which family it is. */
    PeerFamily family();

    /**
     * An address.
     *
     * @param compact its bytes with the two of the port behind them, as answers have it
     */
    record Address(byte[] compact) implements PeerEndpoint {

        private static final int PORT_BYTES = 2;
        private static final int IPV4_BYTES = 4;
        private static final int SIXTEEN_BITS = 0xffff;

        /** Of an address and a port. */
        public static Address of(InetAddress address, int port) {
            byte[] bytes = address.getAddress();
            return new Address(ByteBuffer.allocate(bytes.length + PORT_BYTES)
                    .put(bytes)
                    .putShort((short) port)
                    .array());
        }

        /** The address alone. */
        public InetAddress address() {
            try {
                return InetAddress.getByAddress(Arrays.copyOf(compact, compact.length - PORT_BYTES));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** The port alone. */
        public int port() {
            return ByteBuffer.wrap(compact).getShort(compact.length - PORT_BYTES) & SIXTEEN_BITS;
        }

        @Override
        public PeerFamily family() {
            return compact.length == IPV4_BYTES + PORT_BYTES ? PeerFamily.IPV4 : PeerFamily.IPV6;
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
