package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.origin.ObjectKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

final class RangeCacheTest {
    private static final ObjectKey KEY = new ObjectKey("main/video/1/film.mp4");
    private static final int LENGTH = 256 * 1024;
    private static final int SIZE = 4 * LENGTH;
    private static final byte[] BYTES = new byte[64 * LENGTH];
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    private Path parent;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger reads = new AtomicInteger();
    private RangeFolder folder;
    private RangeCache cache;

    @BeforeEach
    void open() throws IOException {
        new Random(3).nextBytes(BYTES);
        folder = RangeFolder.claim(parent);
        cache = new RangeCache(folder, properties(SIZE, Duration.ofMinutes(1)), metrics);
    }

    @AfterEach
    void close() throws IOException {
        cache.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void keepsWhatIsAskedForTheSecondTime() {
        RangeCache.Part part = part(1, LENGTH);
        assertThat(cache.find(part, store(part))).isEmpty();
        assertThat(reads).hasValue(0);
        for (int at = 0; at < 3; at++) {
            assertThat(cache.find(part, store(part))).hasValueSatisfying(file -> assertHolds(file, part));
        }
        assertThat(reads).hasValue(1);
        assertThat(metrics.counter("vireo.media.cache.hits").count()).isEqualTo(3);
        assertThat(metrics.counter("vireo.media.cache.misses").count()).isEqualTo(1);
        assertThat(metrics.counter("vireo.media.cache.fetches").count()).isEqualTo(1);
        assertThat(metrics.get("vireo.media.cache.bytes").gauge().value()).isEqualTo(LENGTH);
    }

    @Test
    void tellsVersionsAndRangesApart() {
        RangeCache.Part part = part(1, LENGTH);
        kept(part);
        assertThat(cache.find(new RangeCache.Part(KEY, "newer", part.range()), store(part)))
                .isEmpty();
        assertThat(cache.find(part(1, LENGTH - 1), store(part))).isEmpty();
        assertThat(cache.find(part(2, LENGTH), store(part))).isEmpty();
    }

    @Test
    void readsTheStoreOnceForAllWhoAskAtOnce() throws Exception {
        RangeCache.Part part = part(5, LENGTH);
        cache.find(part, store(part));
        CountDownLatch asking = new CountDownLatch(50);
        Supplier<InputStream> slow = () -> {
            await(asking);
            return store(part).get();
        };
        List<Future<Optional<Path>>> answers = new ArrayList<>();
        try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < 50; at++) {
                answers.add(viewers.submit(() -> {
                    asking.countDown();
                    return cache.find(part, slow);
                }));
            }
        }
        for (Future<Optional<Path>> answer : answers) {
            assertThat(answer.get()).hasValueSatisfying(file -> assertHolds(file, part));
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void waitsForASlowFetchOnlyAWhile() throws IOException {
        try (RangeFolder other = RangeFolder.claim(parent);
                RangeCache hasty = new RangeCache(other, properties(SIZE, Duration.ZERO), new SimpleMeterRegistry())) {
            RangeCache.Part part = part(0, LENGTH);
            CountDownLatch sending = new CountDownLatch(1);
            Supplier<InputStream> slow = () -> {
                await(sending);
                return store(part).get();
            };
            assertThat(hasty.find(part, slow)).isEmpty();
            assertThat(hasty.find(part, slow)).isEmpty();
            sending.countDown();
            long end = System.nanoTime() + PATIENCE_NANOS;
            Optional<Path> file = Optional.empty();
            while (file.isEmpty() && System.nanoTime() < end) {
                file = hasty.find(part, slow);
            }
            assertHolds(file.orElseThrow(), part);
            assertThat(reads).hasValue(1);
        }
    }

    @Test
    void removesWhatNoLongerFitsAndNeverTakesMuchMore() throws IOException {
        for (int at = 0; at < 60; at++) {
            RangeCache.Part part = part(at, LENGTH);
            cache.find(part, store(part));
            cache.find(part, store(part)).ifPresent(file -> assertHolds(file, part));
            assertThat(folder.bytes()).isLessThanOrEqualTo(SIZE + SIZE / 4);
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (folder.bytes() > SIZE && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(folder.bytes()).isPositive().isLessThanOrEqualTo(SIZE);
        try (var files = Files.list(folder.path())) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isEqualTo(folder.bytes());
        }
    }

    @Test
    void readsAgainAfterAMissingObject() {
        RangeCache.Part gone = part(0, LENGTH);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (reads.get() < 2 && System.nanoTime() < end) {
            assertThat(cache.find(gone, failing(KitErrorCode.NOT_FOUND))).isEmpty();
        }
        assertThat(reads).hasValue(2);
        Optional<Path> file = Optional.empty();
        while (file.isEmpty() && System.nanoTime() < end) {
            file = cache.find(gone, store(gone));
        }
        assertHolds(file.orElseThrow(), gone);
    }

    @Test
    void pausesAfterAReadThatFails() {
        RangeCache.Part away = part(1, LENGTH);
        for (int at = 0; at < 5; at++) {
            assertThat(cache.find(away, failing(KitErrorCode.UNAVAILABLE))).isEmpty();
        }
        assertThat(reads).hasValue(1);
        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void keepsNothingOfAShortRead() {
        RangeCache.Part part = part(0, LENGTH);
        Supplier<InputStream> shorter = () -> new ByteArrayInputStream(BYTES, 0, LENGTH - 1);
        assertThat(cache.find(part, shorter)).isEmpty();
        assertThat(cache.find(part, shorter)).isEmpty();
        assertThat(folder.path()).isEmptyDirectory();
        assertThat(folder.bytes()).isZero();
    }

    @Test
    void keepsWhatItHasWhileTheStoreIsAway() {
        RangeCache.Part part = part(0, LENGTH);
        kept(part);
        RangeCache.Part other = part(1, LENGTH);
        cache.find(other, failing(KitErrorCode.UNAVAILABLE));
        cache.find(other, failing(KitErrorCode.UNAVAILABLE));
        assertThat(cache.find(part, failing(KitErrorCode.UNAVAILABLE)))
                .hasValueSatisfying(file -> assertHolds(file, part));
    }

    @Test
    void livesWithAFolderThatCannotBeWritten() throws IOException {
        RangeCache.Part part = part(0, LENGTH);
        Files.delete(folder.path());
        Files.createFile(folder.path());
        assertThat(cache.find(part, store(part))).isEmpty();
        assertThat(cache.find(part, store(part))).isEmpty();
        assertThat(cache.find(part, store(part))).isEmpty();
        assertThat(reads).hasValue(1);
        assertThat(folder.bytes()).isZero();
    }

    @Test
    void fetchesAgainWhatSomebodyTidiedAway() throws IOException {
        RangeCache.Part part = part(0, LENGTH);
        Files.delete(kept(part));
        Files.delete(folder.path());
        assertThat(cache.find(part, store(part))).isEmpty();
        assertHolds(cache.find(part, store(part)).orElseThrow(), part);
    }

    @Test
    void leavesAloneWhatIsTooShortOrTooLong() {
        for (RangeCache.Part part : List.of(part(0, 16 * 1024 - 1), part(0, SIZE + 1))) {
            for (int at = 0; at < 3; at++) {
                assertThat(cache.find(part, store(part))).isEmpty();
            }
        }
        assertThat(reads).hasValue(0);
    }

    @Test
    void closesItsFolderAfterTheLastFetch() throws Exception {
        RangeFolder other = RangeFolder.claim(parent);
        RangeCache closed = new RangeCache(other, properties(SIZE, Duration.ZERO), new SimpleMeterRegistry());
        Thread closing = Thread.ofPlatform().unstarted(() -> {
            try {
                closed.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        CountDownLatch fetching = new CountDownLatch(1);
        CompletableFuture<Boolean> folderWasThere = new CompletableFuture<>();
        RangeCache.Part part = part(0, LENGTH);
        Supplier<InputStream> untilInterrupted = () -> {
            fetching.countDown();
            await(new CountDownLatch(1));
            // It waits, or is through.
            while (!Set.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(closing.getState())) {
                Thread.onSpinWait();
            }
            folderWasThere.complete(Files.exists(other.path()));
            return store(part).get();
        };
        closed.find(part, untilInterrupted);
        closed.find(part, untilInterrupted);
        fetching.await();

        closing.start();

        closing.join();
        assertThat(folderWasThere.get()).isTrue();
        assertThat(other.path()).doesNotExist();
    }

    @Test
    void canBeOff() throws IOException {
        try (RangeCache off = new RangeCache(null, properties(0, Duration.ZERO), new SimpleMeterRegistry())) {
            for (int at = 0; at < 3; at++) {
                assertThat(off.find(part(0, LENGTH), store(part(0, LENGTH)))).isEmpty();
            }
        }
        assertThat(reads).hasValue(0);
    }

    private Path kept(RangeCache.Part part) {
        cache.find(part, store(part));
        return cache.find(part, store(part)).orElseThrow();
    }

    private Supplier<InputStream> store(RangeCache.Part part) {
        return () -> {
            reads.incrementAndGet();
            return new ByteArrayInputStream(
                    BYTES, (int) part.range().offset(), (int) part.range().length());
        };
    }

    private Supplier<InputStream> failing(KitErrorCode code) {
        return () -> {
            reads.incrementAndGet();
            throw new PlatformException(code, "As the test wants it.");
        };
    }

    private static RangeCache.Part part(int number, int length) {
        return new RangeCache.Part(KEY, "tag", new ByteRange((long) number * LENGTH, length));
    }

    private static RangeCacheProperties properties(int size, Duration patience) {
        return new RangeCacheProperties(null, DataSize.ofBytes(size), DataSize.ofMegabytes(32), patience);
    }

    private static void assertHolds(Path file, RangeCache.Part part) {
        int from = (int) part.range().offset();
        try {
            assertThat(Arrays.equals(
                            Files.readAllBytes(file),
                            Arrays.copyOfRange(
                                    BYTES, from, from + (int) part.range().length())))
                    .isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
