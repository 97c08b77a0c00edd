package dev.vireo.bench.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;

/** One peer with a loopback address of its own, as a tracker by UDP sees it (BEP 15). */
final class UdpPeer implements AutoCloseable {
    private static final long MAGIC = 0x41727101980L;
    private static final int CONNECT_BYTES = 16;
    private static final int ANNOUNCE_BYTES = 98;
    private static final int CONNECT = 0;
    private static final int ANNOUNCE = 1;
    private static final int WANTED = 50;
    private static final int ANSWER_HEADER = 20;
    private static final int COMPACT_BYTES = 6;
    /** Every fourth is a seed. */
    private static final int SEEDS = 4;
    /** 127.16.0.0 and on: nothing else listens there. */
    private static final int NETWORK = 16;

    private static final int BYTE = 256;
    private static final int FIRST_PORT = 10_000;

    private final DatagramChannel channel;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(ANNOUNCE_BYTES);

    UdpPeer(int number, byte[] hash, InetSocketAddress tracker, Selector selector) {
        try {
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(address(number), 0));
            channel.connect(tracker);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        packet.putLong(MAGIC).putInt(CONNECT).putInt(number).put(hash).put(id(number));
        packet.putLong(0).putLong(number % SEEDS == 0 ? 0 : 1).putLong(0);
        packet.putInt(0).putInt(0).putInt(number).putInt(WANTED).putShort((short) (FIRST_PORT + number));
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {
            127, NETWORK, (byte) (number / BYTE), (byte) (number % BYTE),
        });
    }

    private static byte[] id(int number) {
        return "-BE0001-%012d".formatted(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks for a connection id before it has one, and announces when it has. */
    void ask() {
        packet.clear();
        if (packet.getInt(Long.BYTES) == CONNECT) {
            packet.limit(CONNECT_BYTES);
        }
        try {
            channel.write(packet);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Takes an answer: how many peers it has; -1 when it is none of ours. */
    int hear(ByteBuffer answer) {
        try {
            answer.clear();
            channel.read(answer);
            answer.flip();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        if (answer.remaining() < CONNECT_BYTES
                || answer.getInt(Integer.BYTES) != packet.getInt(Long.BYTES + Integer.BYTES)) {
            return -1;
        }
        return switch (answer.getInt(0)) {
            case CONNECT -> {
                packet.putLong(0, answer.getLong(2 * Integer.BYTES)).putInt(Long.BYTES, ANNOUNCE);
                yield 0;
            }
            case ANNOUNCE -> (answer.remaining() - ANSWER_HEADER) / COMPACT_BYTES;
            default ->
                throw new IllegalStateException(
                        "The tracker refuses: " + StandardCharsets.US_ASCII.decode(answer.position(2 * Integer.BYTES)));
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
