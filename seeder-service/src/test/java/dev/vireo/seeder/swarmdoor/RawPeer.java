package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.wire.Handshake;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessages;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A peer that says what a test wants. It waits for half a minute at most. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] ID = "-XX0001-abcdefghijkl".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final DataInputStream in;

    RawPeer(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE);
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Shakes hands; empty when the other side hangs up. */
    Optional<Handshake> shake(byte[] infohash) {
        write(new Handshake(true, true, true, infohash, ID).encode());
        byte[] answer = new byte[Handshake.BYTES];
        try {
            in.readFully(answer);
            return Optional.of(Handshake.decode(ByteBuffer.wrap(answer)));
        } catch (EOFException | SocketException hungUp) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void send(PeerMessage message) {
        write(PeerMessages.encode(message));
    }

    void write(ByteBuffer bytes) {
        try {
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            socket.getOutputStream().write(all);
        } catch (SocketException closed) {
            // Reading tells so.
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next message as far as {@link PeerMessages} reads it; empty when the other side hung up. */
    Optional<PeerMessage> read() {
        try {
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            return Optional.of(PeerMessages.decode(ByteBuffer.wrap(body)));
        } catch (EOFException | SocketException hungUp) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads until a message comes that equals the wanted one; false when the other side hangs up before. */
    boolean awaits(PeerMessage wanted) {
        while (true) {
            Optional<PeerMessage> next = read();
            if (next.isEmpty()) {
                return false;
            }
            if (next.get().equals(wanted)) {
                return true;
            }
        }
    }

    /** True when the other side hangs up, whatever it says before. */
    boolean isHungUpOn() {
        byte[] some = new byte[BUFFER];
        try {
            int length = in.read(some);
            while (length >= 0) {
                length = in.read(some);
            }
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
