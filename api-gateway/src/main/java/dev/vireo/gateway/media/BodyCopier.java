package dev.vireo.gateway.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies bodies to viewers. Where bytes come fast, a platform thread does it for less CPU than a virtual one, for whose
 * every wait a poller and a carrier are woken too; so each copy begins on one of a few platform threads. A viewer who
 * turns out slow, and everybody who finds these threads busy, is served on the virtual thread of the request, of which
 * there may be thousands: the threads are a fast lane, never a limit.
 */
final class BodyCopier implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int IDLE_SECONDS = 60;
    /** How long a copy may stay on the fast lane before its speed counts. */
    private static final long GRACE_NANOS = 500_000_000;
    /** A copy that moves less than 8 MiB in a second is slow. */
    private static final long SLOW_NANOS_PER_BYTE = 1_000_000_000 >> 23;

    private final ThreadPoolExecutor lane;

    BodyCopier(int threads) {
        this.lane = new ThreadPoolExecutor(
                0,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("media-", 1).factory());
    }

    /** Opens, copies exactly {@code length} bytes, and closes; failures of either side are passed on. */
    void copy(Supplier<InputStream> source, OutputStream to, long length) throws IOException {
        try (Copy copy = new Copy(source, to, length)) {
            try {
                // join() is not interrupted: the response must not be left while the other thread writes to it.
                CompletableFuture.runAsync(copy::whileFast, lane).join();
            } catch (RejectedExecutionException busy) {
                // All of it here.
            }
            copy.whole();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException broken) {
                throw broken.getCause();
            }
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        lane.shutdown();
    }

    /** One body on its way; used by one thread after the other. */
    private static final class Copy implements Closeable {
        private final Supplier<InputStream> source;
        private final OutputStream to;
        private final byte[] buffer;
        private long left;
        private @Nullable InputStream from;

        Copy(Supplier<InputStream> source, OutputStream to, long length) {
            this.source = source;
            this.to = to;
            this.buffer = new byte[(int) Math.min(BUFFER, length)];
            this.left = length;
        }

        void whileFast() {
            long start = System.nanoTime();
            long before = left;
            try {
                while (left > 0 && System.nanoTime() - start < GRACE_NANOS + (before - left) * SLOW_NANOS_PER_BYTE) {
                    piece();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void whole() throws IOException {
            while (left > 0) {
                piece();
            }
        }

        private void piece() throws IOException {
            if (from == null) {
                from = source.get();
            }
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("The object store sent less than it promised");
            }
            to.write(buffer, 0, read);
            left -= read;
        }

        @Override
        public void close() throws IOException {
            if (from != null) {
                from.close();
            }
        }
    }
}
