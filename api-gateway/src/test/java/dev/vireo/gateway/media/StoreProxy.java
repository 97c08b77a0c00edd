package dev.vireo.gateway.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The network before the real store: passes connections on, and cuts them when a test wants that. */
final class StoreProxy implements AutoCloseable {
    /** Bytes that the store may still send before its connections are cut. */
    final AtomicLong allowance = new AtomicLong(Long.MAX_VALUE);
    /** Connections that are open. */
    final AtomicInteger open = new AtomicInteger();

    private final ServerSocket server;
    private final URI store;

    StoreProxy(URI store) {
        this.store = store;
        try {
            this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        open.incrementAndGet();
        try (near;
                Socket far = new Socket(store.getHost(), store.getPort())) {
            Thread.ofVirtual().start(() -> pass(near, far, new AtomicLong(Long.MAX_VALUE)));
            pass(far, near, allowance);
        } catch (IOException away) {
            // The connection ends, which is what the other side sees.
        } finally {
            open.decrementAndGet();
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong allowed) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long before = allowed.getAndAdd(-read);
                out.write(buffer, 0, Math.clamp(before, 0, read));
                if (before < read) {
                    return;
                }
            }
        } catch (IOException cut) {
            // Both ends are closed.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
