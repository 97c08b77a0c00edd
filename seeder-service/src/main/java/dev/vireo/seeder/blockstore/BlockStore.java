package dev.vireo.seeder.blockstore;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.UnsafeByteOperations;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.Multihash;
import dev.vireo.seeder.unixfs.FileImporter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Gives out blocks of what is published: looked up by digest, read from the origin, hashed again. Those who want the same one
 * at the same time wait for one read. A block that is not what its digest says is never given out, and its object is marked.
 */
@Service
public class BlockStore implements BlockSource, DisposableBean {

    private static final int WAITING_FOR_EACH = 16;
    private static final int ENTRY = 200;

    private final JdbcBlockRepository index;
    private final OriginStore origin;
    private final DeniedContent denied;
    private final DamagedObjects damaged;
    private final Semaphore reads;
    private final int mostWaiting;
    private final int ahead;
    private final AsyncCache<Multihash, Loaded> cache;
    private final Counter read;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    BlockStore(
            JdbcBlockRepository index,
            OriginStore origin,
            DeniedContent denied,
            DamagedObjects damaged,
            BlockStoreProperties properties,
            MeterRegistry registry) {
        this.index = index;
        this.origin = origin;
        this.denied = denied;
        this.damaged = damaged;
        this.reads = new Semaphore(properties.atOnce());
        this.mostWaiting = WAITING_FOR_EACH * properties.atOnce();
        this.ahead = properties.ahead();
        this.cache = Caffeine.newBuilder()
                .maximumWeight(properties.cache().toBytes())
                .weigher((Multihash hash, Loaded loaded) -> loaded.bytes().length + ENTRY)
                .expireAfterWrite(properties.remember())
                .executor(readers)
                .buildAsync();
        this.read = registry.counter("vireo.ipfs.blocks.read");
    }

    /** Bytes of a block; {@code leaf} when they are bytes of a file and nothing around them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Loaded(byte[] bytes, boolean leaf) {}

    /** The block; empty when nothing of that digest is published. CONTENT_DENIED when it is denied, UNAVAILABLE while the database or the origin is away. */
    @Override
    public Optional<Block> find(Cid cid) {
        Multihash hash = cid.hash();
        if (hash.code() == Multihash.IDENTITY) {
            refuseDenied(hash);
            return Optional.of(new Block(cid, hash.digest()));
        }
        if (hash.code() != Multihash.SHA2_256) {
            return Optional.empty();
        }
        Loaded loaded = wait(load(hash));
        // Bytes of somebody's film are not read as links, whatever they look like.
        return loaded == null || (loaded.leaf() && cid.codec() != Cid.RAW)
                ? Optional.empty()
                : Optional.of(new Block(cid, loaded.bytes()));
    }

    /** Reads the first few of them while others are on their way to whoever asked. */
    @Override
    public void expect(Stream<Cid> next) {
        next.limit(ahead)
                .map(Cid::hash)
                .filter(hash -> hash.code() == Multihash.SHA2_256)
                // Not before those whom somebody waits for.
                .takeWhile(unused -> reads.availablePermits() > 0)
                .forEach(hash -> {
                    var unused = load(hash);
                });
    }

    private CompletableFuture<Loaded> load(Multihash hash) {
        if (reads.getQueueLength() >= mostWaiting && cache.getIfPresent(hash) == null) {
            return CompletableFuture.failedFuture(
                    new PlatformException(KitErrorCode.UNAVAILABLE, "Too many reads of blocks wait: try again soon."));
        }
        return cache.get(hash, (unused, unusedExecutor) -> CompletableFuture.supplyAsync(() -> read(hash), readers));
    }

    /** Nothing is remembered of what is not there: it may be published the next moment. */
    private @Nullable Loaded read(Multihash hash) {
        // Memory is taken by those alone that read.
        reads.acquireUninterruptibly();
        try {
            refuseDenied(hash);
            for (LocatedBlock found : index.find(hash)) {
                byte[] bytes = bytes(found.place());
                if (hash.holds(ByteBuffer.wrap(bytes))) {
                    read.increment();
                    return new Loaded(bytes, isLeaf(found.place()));
                }
                damaged.found(found.objectNo(), hash);
            }
            return null;
        } finally {
            reads.release();
        }
    }

    private void refuseDenied(Multihash hash) {
        if (denied.contains(hash)) {
            throw new PlatformException(
                    BlockErrorCode.CONTENT_DENIED, "The operators of this gateway do not give this content out.");
        }
    }

    private static boolean isLeaf(LocatedBlock.Place place) {
        return place instanceof LocatedBlock.InOrigin there && !there.wrapped();
    }

    private byte[] bytes(LocatedBlock.Place place) {
        return switch (place) {
            case LocatedBlock.Here here -> here.bytes();
            case LocatedBlock.InOrigin there -> {
                byte[] bytes = new byte[there.length()];
                origin.read(there.key(), there.at(), bytes, bytes.length);
                yield there.wrapped() ? FileImporter.wrap(UnsafeByteOperations.unsafeWrap(bytes)) : bytes;
            }
        };
    }

    private static @Nullable Loaded wait(CompletableFuture<Loaded> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
