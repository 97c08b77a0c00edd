package dev.vireo.bench.seeding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** The first words of a peer (BEP 3). */
final class PeerHandshake {
    private static final int BYTES = 68;
    private static final int HASH_AT = 28;
    private static final int HASH_BYTES = 20;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private PeerHandshake() {}

    /** Seconds until our peer wire answers for the torrent of that hash. */
    static double seconds(int port, byte[] hash) {
        long begin = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            byte[] words = ByteBuffer.allocate(BYTES)
                    .put((byte) 19)
                    .put("BitTorrent protocol".getBytes(StandardCharsets.US_ASCII))
                    .putLong(0)
                    .put(hash)
                    .put("-BE0001-handshaker00".getBytes(StandardCharsets.US_ASCII))
                    .array();
            socket.getOutputStream().write(words);
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(BYTES);
            if (answer.length < BYTES || !Arrays.equals(answer, HASH_AT, HASH_AT + HASH_BYTES, hash, 0, HASH_BYTES)) {
                throw new IllegalStateException("The peer wire does not shake hands");
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
