package dev.vireo.gateway.media;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.origin.ObjectKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranges of objects that are asked again and again, each a file. A range is fetched when it is asked for the second time
 * within some minutes, once for everybody who asks meanwhile; so a lone viewer costs no writes. Whatever goes wrong here
 * costs a read of the store, never an answer.
 */
final class RangeCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RangeCache.class);

    private static final long SHORTEST = 16 * 1024;
    /** What a small file counts for: its name and its place in memory are not free. */
    private static final long LEAST_WEIGHT = 64 * 1024;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 20_000;
    /** What nobody asks for, or may ask for since its video is deleted, does not lie about for ever. */
    private static final Duration UNWANTED = Duration.ofDays(1);

    private static final int FETCHES = 16;
    private static final int IDLE_SECONDS = 60;
    /** A fetch that is interrupted ends at its next read or write. */
    private static final int CLOSE_SECONDS = 3;
    /** An answer opens its file right after it was given its name. */
    private static final long LINGER_SECONDS = 3;
    /** A full disk or a store that is away is not tried at each request. */
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Files that wait for their removal may take this share of the size beside it. */
    private static final int SPARE_SHARE = 4;

    /** A part of one version of an object. */
    record Part(ObjectKey key, String etag, ByteRange range) {}

    private final @Nullable RangeFolder folder;
    private final long size;
    private final long longest;
    /** Somebody who waits longer is better served by the store. */
    private final Duration patience;

    private final AsyncCache<Part, Path> files;
    private final Cache<Part, Boolean> askedOnce;
    private final ThreadPoolExecutor fetchers;
    private final Executor later;
    private final Counter hits;
    private final Counter misses;
    private final Counter fetches;
    private volatile long failedAt = System.nanoTime() - PAUSE.toNanos();

    /** Without a folder nothing is kept. */
    RangeCache(@Nullable RangeFolder folder, RangeCacheProperties properties, MeterRegistry metrics) {
        this.folder = folder;
        this.size = properties.size().toBytes();
        this.longest = Math.min(properties.largestRange().toBytes(), size);
        this.patience = properties.patience();
        this.fetchers = new ThreadPoolExecutor(
                0,
                FETCHES,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("ranges-", 1).factory());
        this.later = CompletableFuture.delayedExecutor(
                LINGER_SECONDS, TimeUnit.SECONDS, Thread.ofVirtual().name("ranges-removal")::start);
        this.askedOnce = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .build();
        this.files = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((Part part, Path file) ->
                        (int) Math.max(LEAST_WEIGHT, part.range().length()))
                .expireAfterAccess(UNWANTED)
                .scheduler(Scheduler.systemScheduler())
                .removalListener(this::removed)
                .executor(Runnable::run)
                .buildAsync();
        this.hits = metrics.counter("vireo.media.cache.hits");
        this.misses = metrics.counter("vireo.media.cache.misses");
        this.fetches = metrics.counter("vireo.media.cache.fetches");
        Gauge.builder("vireo.media.cache.bytes", this, RangeCache::bytes)
                .baseUnit("bytes")
                .register(metrics);
    }

    /** A file with exactly this part, to be opened at once; empty when the store is to be read. */
    Optional<Path> find(Part part, Supplier<InputStream> source) {
        long length = part.range().length();
        if (folder == null || length < SHORTEST || length > longest) {
            return Optional.empty();
        }
        CompletableFuture<Path> known = files.getIfPresent(part);
        if (known == null && askedOnce.asMap().putIfAbsent(part, true) != null) {
            known = fetched(folder, part, source);
        }
        Path file = known == null ? null : await(known);
        if (file != null && isWhole(file, length)) {
            hits.increment();
            return Optional.of(file);
        }
        if (file != null) {
            files.asMap().remove(part, known);
        }
        misses.increment();
        return Optional.empty();
    }

    private @Nullable CompletableFuture<Path> fetched(RangeFolder to, Part part, Supplier<InputStream> source) {
        if (System.nanoTime() - failedAt < PAUSE.toNanos()
                || to.bytes() + part.range().length() > size + size / SPARE_SHARE) {
            return null;
        }
        try {
            return files.get(
                    part, (key, none) -> CompletableFuture.supplyAsync(() -> fetch(to, key, source), fetchers));
        } catch (RejectedExecutionException busy) {
            return null;
        }
    }

    /** Null, which the cache does not keep, when it failed. */
    private @Nullable Path fetch(RangeFolder to, Part part, Supplier<InputStream> source) {
        try (InputStream from = source.get()) {
            Path file = to.write(from, part.range().length());
            fetches.increment();
            return file;
        } catch (IOException failed) {
            pause(part, failed);
        } catch (PlatformException failed) {
            if (failed.code() != KitErrorCode.NOT_FOUND) {
                pause(part, failed);
            }
        } catch (RuntimeException unexpected) {
            // As when the client of the store is being closed: who waits must be told.
            pause(part, unexpected);
        }
        return null;
    }

    private void pause(Part part, Exception failed) {
        failedAt = System.nanoTime();
        LOG.warn("A range of {} could not be kept; nothing new is for {}", part.key(), PAUSE, failed);
    }

    private @Nullable Path await(CompletableFuture<Path> file) {
        return file.isDone()
                ? file.join()
                : file.copy()
                        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
    }

    /** Somebody who tidies temporary files may have been here. */
    private static boolean isWhole(Path file, long length) {
        try {
            return Files.size(file) == length;
        } catch (IOException gone) {
            return false;
        }
    }

    private void removed(@Nullable Part part, @Nullable Path file, RemovalCause cause) {
        if (part != null && file != null) {
            later.execute(() -> remove(part, file));
        }
    }

    private void remove(Part part, Path file) {
        try {
            if (folder != null) {
                folder.delete(file, part.range().length());
            }
        } catch (IOException failed) {
            LOG.warn("{} could not be removed", file, failed);
        }
    }

    private double bytes() {
        return folder == null ? 0 : folder.bytes();
    }

    @Override
    public void close() throws IOException {
        // Those who wait read the store themselves.
        fetchers.shutdownNow();
        awaitFetchers();
        if (folder != null) {
            folder.close();
        }
    }

    /** One that still writes would make the folder again, and leave it behind. */
    private void awaitFetchers() {
        try {
            if (!fetchers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some ranges are still being fetched: the next start clears away what they leave");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
