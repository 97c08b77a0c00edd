package dev.vireo.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Requests at a fixed rate, whether or not the ones before are answered. A latency is counted from the moment at which
 * the request was due, so that a server that stands still is not asked less and looks no better for it (G. Tene,
 * "coordinated omission").
 */
final class OpenLoop {
    private static final double NANOS = 1e9;
    private static final double MILLI = 1e6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;

    OpenLoop() {
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** As many requests as a few clients get answered one after the other, until the hot path is compiled. */
    void warmUp(int clients, int seconds, Supplier<URI> next) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Thread> running = IntStream.range(0, clients)
                .mapToObj(client -> Thread.startVirtualThread(() -> {
                    while (System.nanoTime() < end) {
                        URI address;
                        synchronized (next) {
                            address = next.get();
                        }
                        var unused = isAnswered(
                                HttpRequest.newBuilder(address).timeout(LIMIT).build());
                    }
                }))
                .toList();
        running.forEach(OpenLoop::join);
    }

    /** So many addresses a second for so many seconds. */
    Latencies run(int perSecond, int seconds, Supplier<URI> next) {
        int count = perSecond * seconds;
        double[] milliseconds = new double[count];
        AtomicInteger refused = new AtomicInteger();
        Thread[] running = new Thread[count];
        long begin = System.nanoTime();
        for (int at = 0; at < count; at++) {
            long due = begin + (long) (at * NANOS / perSecond);
            HttpRequest request =
                    HttpRequest.newBuilder(next.get()).timeout(LIMIT).build();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int place = at;
            running[at] = Thread.startVirtualThread(() -> {
                if (!isAnswered(request)) {
                    refused.incrementAndGet();
                }
                milliseconds[place] = (System.nanoTime() - due) / MILLI;
            });
        }
        for (Thread thread : running) {
            join(thread);
        }
        Arrays.sort(milliseconds);
        return new Latencies(milliseconds, refused.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean isAnswered(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (java.io.IOException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Latencies in milliseconds, the shortest first, and how many requests were not answered with 200. */
    record Latencies(double[] milliseconds, int refused) {
        double median() {
            return at(0.5);
        }

        double p99() {
            return at(0.99);
        }

        private double at(double share) {
            return milliseconds[(int) Math.ceil(share * milliseconds.length) - 1];
        }
    }
}
