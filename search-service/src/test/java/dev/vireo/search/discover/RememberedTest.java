package dev.vireo.search.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RememberedTest {
    private Instant now = Instant.EPOCH;
    private final AtomicInteger loaded = new AtomicInteger();
    private final Remembered<String, String> remembered =
            new Remembered<>(Duration.ofMinutes(1), () -> now, key -> key + loaded.incrementAndGet());

    @Test
    void asksOncePerKeyUntilItIsTooOld() {
        assertThat(remembered.get("a")).isEqualTo("a1");
        assertThat(remembered.get("b")).isEqualTo("b2");
        now = now.plusSeconds(59);
        assertThat(remembered.get("a")).isEqualTo("a1");
        now = now.plusSeconds(1);
        assertThat(remembered.get("a")).isEqualTo("a3");
    }

    @Test
    void ofManyAtOnceOneAsks() throws Exception {
        CountDownLatch all = new CountDownLatch(8);
        Remembered<String, Integer> slow = new Remembered<>(Duration.ofMinutes(1), () -> now, key -> {
            await(all);
            return loaded.incrementAndGet();
        });
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = Stream.generate(() -> (Callable<Integer>) () -> {
                        all.countDown();
                        return slow.get("a");
                    })
                    .limit(8)
                    .toList();
            for (Future<Integer> call : pool.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(1);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void remembersNoFailure() {
        Remembered<String, Integer> failing = new Remembered<>(Duration.ofMinutes(1), () -> now, key -> {
            if (loaded.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return loaded.get();
        });
        assertThatThrownBy(() -> failing.get("a")).hasMessage("away");
        assertThat(failing.get("a")).isEqualTo(2);
    }
}
