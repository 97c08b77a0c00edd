package dev.vireo.bench.seeding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One browser's WebSocket to a tracker (RFC 6455), which announces once and answers when it is asked whether it is there. */
final class SocketPeer {
    /** As many as 127.32.0.0 and on have, each far below what one address may have. */
    private static final int OF_ADDRESS = 150;

    private static final int NETWORK = 32;
    private static final int BYTE = 256;
    private static final int ROOM = 4096;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String UPGRADE = """
            GET /tracker/socket HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;
    private static final int LAST_TEXT = 0x81;
    private static final int LAST_PING = 0x89;
    private static final int LAST_PONG = 0x8a;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int MASK_BYTES = 4;
    private static final String ACCEPTED = "\"interval\"";

    private final SocketChannel channel;
    private final String announce;
    private final ByteBuffer heard = ByteBuffer.allocate(ROOM);
    private boolean upgraded;
    private boolean announced;

    SocketPeer(int number, String announce, InetSocketAddress tracker, Selector selector) throws IOException {
        this.announce = announce;
        int host = number / OF_ADDRESS + 1;
        channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, NETWORK, (byte) (host / BYTE), (byte) (host % BYTE)}), 0));
        channel.configureBlocking(false);
        channel.connect(tracker);
        channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Goes on; true when its announce was accepted just now. */
    boolean step(SelectionKey key) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            send(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
            return false;
        }
        if (channel.read(heard) < 0) {
            throw new IOException("The tracker hangs up");
        }
        heard.flip();
        boolean before = announced;
        if (!upgraded && headEnds()) {
            upgraded = true;
            send(frame(LAST_TEXT, announce.getBytes(StandardCharsets.UTF_8)));
        }
        while (upgraded && takeFrame()) {
            // All that came whole.
        }
        heard.compact();
        return announced && !before;
    }

    void close() throws IOException {
        channel.close();
    }

    private boolean headEnds() throws IOException {
        String head = StandardCharsets.ISO_8859_1.decode(heard.duplicate()).toString();
        int end = head.indexOf(new String(HEAD_END, StandardCharsets.US_ASCII));
        if (end < 0) {
            return false;
        }
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("The tracker answers: " + head);
        }
        heard.position(end + HEAD_END.length);
        return true;
    }

    private boolean takeFrame() throws IOException {
        ByteBuffer frame = heard.duplicate();
        if (frame.remaining() < 2) {
            return false;
        }
        int kind = Byte.toUnsignedInt(frame.get());
        int length = Byte.toUnsignedInt(frame.get());
        if (length == TWO_BYTES) {
            if (frame.remaining() < 2) {
                return false;
            }
            length = Short.toUnsignedInt(frame.getShort());
        }
        if (frame.remaining() < length) {
            return false;
        }
        byte[] content = new byte[length];
        frame.get(content);
        heard.position(frame.position());
        if (kind == LAST_PING) {
            send(frame(LAST_PONG, content));
        } else if (kind == LAST_TEXT && new String(content, StandardCharsets.UTF_8).contains(ACCEPTED)) {
            announced = true;
        }
        return true;
    }

    /** With a mask of zeros, which changes nothing. */
    private static ByteBuffer frame(int kind, byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(content.length + 2 + Short.BYTES + MASK_BYTES)
                .put((byte) kind);
        if (content.length < TWO_BYTES) {
            frame.put((byte) (MASKED | content.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) content.length);
        }
        return frame.putInt(0).put(content).flip();
    }

    /** The network buffers far more than that. */
    private void send(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("The tracker reads nothing");
        }
    }
}
