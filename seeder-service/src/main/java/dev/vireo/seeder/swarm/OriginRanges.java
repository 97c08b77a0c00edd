package dev.vireo.seeder.swarm;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Bytes of the origin, read by ranges of one length and kept for the next peer, within a bound. Peers that want the same range
 * at the same time wait for one read.
 */
@Component
class OriginRanges implements DisposableBean {

    private static final int WAITING_FOR_EACH = 16;

    private final OriginStore origin;
    private final int length;
    private final int ahead;
    private final Semaphore reads;
    /** Peers come and go while the origin hangs: what they asked for must not gather. */
    private final int mostWaiting;

    private final AsyncCache<Range, byte[]> ranges;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    OriginRanges(OriginStore origin, SwarmProperties properties) {
        this.origin = origin;
        this.length = (int) properties.reads().range().toBytes();
        this.ahead = properties.reads().ahead();
        this.reads = new Semaphore(properties.reads().atOnce());
        this.mostWaiting = WAITING_FOR_EACH * properties.reads().atOnce();
        this.ranges = Caffeine.newBuilder()
                .maximumWeight(properties.reads().cache().toBytes())
                .weigher((Range range, byte[] bytes) -> bytes.length)
                .executor(readers)
                .buildAsync();
    }

    /** One of the ranges of a file. */
    private record Range(ObjectKey key, long number) {}

    /**
     * The bytes of a file from an offset on; not to be changed. The future fails as the origin does.
     *
     * @param size of the whole file
     */
    CompletableFuture<ByteBuffer> read(ObjectKey key, long size, long offset, int bytes) {
        long first = offset / length;
        if (first == (offset + bytes - 1) / length) {
            int from = (int) (offset - first * length);
            return range(key, first, size)
                    .thenApply(
                            found -> ByteBuffer.wrap(found, from, bytes).slice().asReadOnlyBuffer());
        }
        return joined(key, size, offset, bytes);
    }

    /** True when both offsets are in the same range. */
    boolean together(long offset, long other) {
        return offset / length == other / length;
    }

    /** Reads the first few ranges in which these offsets are, as they are asked for soon. */
    void expect(ObjectKey key, long size, LongStream offsets) {
        offsets.map(offset -> offset / length)
                .distinct()
                .limit(ahead)
                // Not before those whom somebody waits for.
                .takeWhile(unused -> reads.availablePermits() > 0)
                .forEach(number -> {
                    var unused = range(key, number, size);
                });
    }

    private CompletableFuture<ByteBuffer> joined(ObjectKey key, long size, long offset, int bytes) {
        CompletableFuture<ByteBuffer> whole = CompletableFuture.completedFuture(ByteBuffer.allocate(bytes));
        long at = offset;
        while (at < offset + bytes) {
            int from = (int) (at % length);
            int part = (int) Math.min(length - from, offset + bytes - at);
            whole = whole.thenCombine(range(key, at / length, size), (into, found) -> into.put(found, from, part));
            at += part;
        }
        return whole.thenApply(ByteBuffer::flip);
    }

    private CompletableFuture<byte[]> range(ObjectKey key, long number, long size) {
        if (reads.getQueueLength() >= mostWaiting && ranges.getIfPresent(new Range(key, number)) == null) {
            return CompletableFuture.failedFuture(new PlatformException(
                    KitErrorCode.UNAVAILABLE, "Too many reads of the object store wait: try again soon."));
        }
        return ranges.get(
                new Range(key, number),
                (range, unusedExecutor) -> CompletableFuture.supplyAsync(() -> load(range, size), readers));
    }

    private byte[] load(Range range, long size) {
        // Memory is taken by those alone that read.
        reads.acquireUninterruptibly();
        try {
            long from = range.number() * length;
            byte[] bytes = new byte[(int) Math.min(length, size - from)];
            origin.read(range.key(), from, bytes, bytes.length);
            return bytes;
        } finally {
            reads.release();
        }
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
