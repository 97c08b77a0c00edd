package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Function;

/** The bytes of several objects one after another; each is opened when its turn comes. */
final class JoinedStream extends InputStream {

    private static final int END = -1;

    private final Iterator<ObjectKey> next;
    private final Function<ObjectKey, InputStream> open;
    private InputStream present = InputStream.nullInputStream();

    JoinedStream(Iterator<ObjectKey> next, Function<ObjectKey, InputStream> open) {
        this.next = next;
        this.open = open;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = present.read(to, offset, length);
        while (count == END && next.hasNext()) {
            present.close();
            present = open.apply(next.next());
            count = present.read(to, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        present.close();
    }
}
