package dev.vireo.bench;

import dev.vireo.local.server.S3Server;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.UploadObjectArgs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Uploads through the gateway beside uploads of the same file straight to the same S3 server; and memory. */
final class UploadBenchmark {
    private static final long SPEED_BYTES = 512L << 20;
    private static final long LARGE_BYTES = 2L << 30;
    private static final long PARALLEL_BYTES = 48L << 20;
    private static final int PARALLEL = 20;
    private static final String PLAIN = "bench/plain";

    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 5;

    private final Bench bench;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    UploadBenchmark(Bench bench) {
        this.bench = bench;
    }

    List<Figure> run() throws Exception {
        Path file = bench.sources().bytes(SPEED_BYTES);
        // A server that has run for a while is compiled; the first uploads run beside the compiler.
        for (int round = 0; round < WARM_UPS; round++) {
            put(file);
            upload(file);
        }
        double parts = putInParts(file);
        double[] plains = new double[ROUNDS];
        double[] uploads = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plains[round] = put(file);
            uploads[round] = upload(file);
        }
        double plain = median(plains);
        double ours = median(uploads);
        List<Figure> figures = new ArrayList<>();
        figures.add(speed("Upload 512 MiB by tus through the gateway", ours, "one PUT", plain, "at least 0.7"));
        figures.add(speed("The same", ours, "the SDK's upload in parts of 8 MiB", parts, ""));
        long before = resident();
        long peak = peakWhile(() -> upload(bench.sources().bytes(LARGE_BYTES)));
        figures.add(memory("one upload of 2 GiB", before, peak));
        before = resident();
        peak = peakWhile(this::uploadInParallel);
        figures.add(memory(PARALLEL + " uploads of 48 MiB at once", before, peak));
        return figures;
    }

    private static Figure speed(String what, double ours, String beside, double theirs, String goal) {
        return new Figure(
                what,
                Figure.number(mebibytes(SPEED_BYTES) / ours, "MiB/s"),
                beside + " to the same S3 server: " + Figure.number(mebibytes(SPEED_BYTES) / theirs, "MiB/s"),
                theirs / ours,
                goal);
    }

    private static Figure memory(String what, long before, long peak) {
        return new Figure(
                "Resident memory of upload-service, " + what,
                Figure.number((double) (peak - before), "MiB more"),
                Figure.number((double) before, "MiB before"),
                Double.NaN,
                "at most 64 MiB more");
    }

    private double upload(Path file) {
        long begin = System.nanoTime();
        bench.client().upload(file);
        return (System.nanoTime() - begin) / 1e9;
    }

    private void uploadInParallel() {
        Path file = bench.sources().bytes(PARALLEL_BYTES);
        List<Thread> threads = new ArrayList<>();
        for (int at = 0; at < PARALLEL; at++) {
            threads.add(Thread.ofPlatform().start(() -> upload(file)));
        }
        threads.forEach(UploadBenchmark::join);
    }

    /** The object is written once; parts are written twice, by themselves and joined. */
    private double put(Path file) throws Exception {
        URI address = URI.create(client().getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket())
                .object(PLAIN)
                .build()));
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        long begin = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("The S3 server answered " + status);
        }
        return secondsAndRemove(begin);
    }

    private double putInParts(Path file) throws Exception {
        MinioClient client = client();
        long begin = System.nanoTime();
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket())
                .object(PLAIN)
                .filename(file.toString(), 8L << 20)
                .build());
        return secondsAndRemove(begin);
    }

    private double secondsAndRemove(long begin) throws Exception {
        double seconds = (System.nanoTime() - begin) / 1e9;
        client().removeObject(RemoveObjectArgs.builder()
                .bucket(bucket())
                .object(PLAIN)
                .build());
        return seconds;
    }

    private String bucket() {
        return bench.platform().s3().bucket();
    }

    private MinioClient client() {
        return MinioClient.builder()
                .endpoint(bench.platform().s3().endpoint())
                .region("us-east-1")
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
    }

    private long peakWhile(Runnable work) {
        AtomicLong peak = new AtomicLong();
        AtomicBoolean running = new AtomicBoolean(true);
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                peak.accumulateAndGet(resident(), Math::max);
                LockSupport.parkNanos(100_000_000);
            }
        });
        work.run();
        running.set(false);
        join(watcher);
        return peak.get();
    }

    private long resident() {
        return ResidentMemory.bytes(bench.pidsOf("upload-service").getFirst()) >> 20;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
