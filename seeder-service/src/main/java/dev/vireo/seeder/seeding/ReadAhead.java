package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads a file of the origin from its first byte to its last, once, in ranges: some are fetched while one is worked on.
 * Memory is that of its buffers, whatever the file's size. A range that fails is asked for again, for a limited time.
 */
final class ReadAhead implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OriginStore origin;
    private final ObjectKey key;
    private final long size;
    private final WorkerProperties properties;
    private final Clock clock;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<Range>> coming = new ArrayDeque<>();
    private long asked;

    ReadAhead(OriginStore origin, ObjectKey key, long size, WorkerProperties properties, Clock clock) {
        this.origin = origin;
        this.key = key;
        this.size = size;
        this.properties = properties;
        this.clock = clock;
        for (int buffer = 0; buffer <= properties.readAhead(); buffer++) {
            ask(new byte[(int) Math.min(size, properties.range().toBytes())]);
        }
    }

    /** What takes one part after the other; its buffer is used again afterwards. */
    @FunctionalInterface
    interface Reader {
        void take(ByteBuffer part);
    }

    /** A buffer that is filled up to a length. */
    private record Range(byte[] buffer, int length) {}

    /** Reads all of it. */
    void readAll(Reader reader) throws InterruptedException {
        while (!coming.isEmpty()) {
            Range range = next(coming.remove());
            reader.take(ByteBuffer.wrap(range.buffer(), 0, range.length()));
            ask(range.buffer());
        }
    }

    /** Ends the reads that are under way. */
    @Override
    public void close() {
        readers.shutdownNow();
        readers.close();
    }

    private void ask(byte[] buffer) {
        if (asked < size) {
            long from = asked;
            int length = (int) Math.min(buffer.length, size - from);
            asked += length;
            coming.add(readers.submit(() -> read(from, new Range(buffer, length))));
        }
    }

    private static Range next(Future<Range> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PlatformException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Range read(long from, Range into) throws InterruptedException {
        Instant end = clock.instant().plus(properties.patience());
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<PlatformException> away = tryToRead(from, into);
            if (away.isEmpty()) {
                return into;
            }
            if (!away.get().code().kind().retryable() || clock.instant().isAfter(end)) {
                throw away.get();
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Optional<PlatformException> tryToRead(long from, Range into) {
        try {
            origin.read(key, from, into.buffer(), into.length());
            return Optional.empty();
        } catch (PlatformException failed) {
            return Optional.of(failed);
        }
    }
}
