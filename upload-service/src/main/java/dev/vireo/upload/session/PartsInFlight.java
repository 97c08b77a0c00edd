package dev.vireo.upload.session;

import dev.vireo.kit.observe.LogContext;
import dev.vireo.kit.origin.PartTag;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The parts of one request that are not acknowledged yet. While the store brings one to its disk, the next one streams:
 * each has a thread of its own, and they read the client's stream one after the other. They are acknowledged in their
 * order, each as soon as it and all before it are durable.
 */
final class PartsInFlight implements AutoCloseable {
    private final int most;
    private final Deque<CompletableFuture<Void>> unacknowledged = new ArrayDeque<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** {@code most} of them at once. */
    PartsInFlight(int most) {
        this.most = most;
    }

    /** Moves a body into the store and returns when it is durable there. */
    @FunctionalInterface
    interface Transfer {
        PartTag put(UploadObjects.Bytes body) throws IOException;
    }

    /** Waits until one more may be sent. */
    void awaitRoom() throws IOException {
        while (unacknowledged.size() >= most) {
            join(unacknowledged.remove());
        }
    }

    /** Returns when all of {@code body} was read; the part itself may still be on its way. */
    Part send(UploadObjects.Bytes body, Transfer transfer) throws IOException {
        CompletableFuture<Void> read = new CompletableFuture<>();
        InputStream watched = new Watched(body, last, read);
        CompletableFuture<PartTag> stored = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return transfer.put(new UploadObjects.Bytes(watched, body.length()));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                },
                part -> Thread.ofVirtual().name("upload-part").start(LogContext.handedOn(part)));
        CompletableFuture.anyOf(read, stored).exceptionally(failure -> null).join();
        if (!read.isDone()) {
            settle();
            join(stored);
        }
        return new Part(stored);
    }

    /** Waits until all are acknowledged. */
    void settle() throws IOException {
        while (!unacknowledged.isEmpty()) {
            join(unacknowledged.remove());
        }
    }

    /** Waits until none is on its way; what failed is known, or of no interest any more. */
    @Override
    public void close() {
        last.exceptionally(failure -> null).join();
    }

    private static void join(CompletableFuture<?> outcome) throws IOException {
        try {
            outcome.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException broken) {
                throw broken.getCause();
            }
            throw failed.getCause() instanceof RuntimeException refused ? refused : failed;
        }
    }

    /** One whose body was read. */
    final class Part {
        private final CompletableFuture<PartTag> stored;

        private Part(CompletableFuture<PartTag> stored) {
            this.stored = stored;
        }

        /** Runs {@code acknowledge} once this part is durable and all before it are acknowledged. */
        void whenDurable(Consumer<PartTag> acknowledge) {
            last = last.thenCombine(stored, (before, tag) -> tag).thenAccept(acknowledge);
            unacknowledged.add(last);
        }
    }

    /** Tells when its last byte is read, and ends early once a part before it has failed. */
    private static final class Watched extends FilterInputStream {
        private final CompletableFuture<Void> before;
        private final CompletableFuture<Void> read;
        private long left;

        Watched(UploadObjects.Bytes body, CompletableFuture<Void> before, CompletableFuture<Void> read) {
            super(body.stream());
            this.before = before;
            this.read = read;
            this.left = body.length();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (before.isCompletedExceptionally()) {
                throw new IOException("A part before this one failed");
            }
            if (left == 0) {
                // What follows belongs to the next part.
                return -1;
            }
            int count = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            if (left == 0) {
                read.complete(null);
            }
            return count;
        }
    }
}
