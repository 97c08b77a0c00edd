package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.OriginStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tails one after the other, each opened when it is reached, and then the body, which stays open for its owner. */
final class TailStream extends InputStream {
    private final OriginStore origin;
    private final UploadSession session;
    private final Deque<Tail> waiting;
    private final InputStream body;
    private @Nullable InputStream tail;

    TailStream(OriginStore origin, UploadSession session, List<Tail> tails, InputStream body) {
        this.origin = origin;
        this.session = session;
        this.waiting = new ArrayDeque<>(tails);
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (tail != null || !waiting.isEmpty()) {
            int read = readTail(bytes, offset, length);
            if (read >= 0) {
                return read;
            }
            close();
        }
        return body.read(bytes, offset, length);
    }

    private int readTail(byte[] bytes, int offset, int length) throws IOException {
        try {
            InputStream open = tail;
            if (open == null) {
                open = origin.get(session.tailKey(waiting.removeFirst().number()));
                tail = open;
            }
            return open.read(bytes, offset, length);
        } catch (IOException | PlatformException away) {
            throw new LostException(away);
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = tail;
        tail = null;
        if (open != null) {
            open.close();
        }
    }

    /** The store, not the client, failed. */
    static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;

        LostException(Throwable cause) {
            super(cause);
        }
    }
}
