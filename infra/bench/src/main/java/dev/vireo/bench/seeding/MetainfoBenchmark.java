package dev.vireo.bench.seeding;

import dev.vireo.bench.Cpu;
import dev.vireo.bench.Figure;
import dev.vireo.bench.seeding.PlantedVideos.Stored;
import dev.vireo.local.Platform;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How fast a file becomes torrents, beside the two digests alone and beside reading alone: it cannot be faster than these. */
final class MetainfoBenchmark {
    private static final long SIZE = 512L << 20;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    /** As vireo.seeder.worker has them by default: one range is hashed while three come. */
    private static final int RANGE = 4 << 20;

    private static final int READS = 4;
    private static final String SERVICE = "seeder-service";

    private final Platform platform;
    private final PlantedVideos videos;
    private final S3Files files;

    MetainfoBenchmark(Platform platform, PlantedVideos videos, S3Files files) {
        this.platform = platform;
        this.videos = videos;
        this.files = files;
    }

    List<Figure> run() throws InterruptedException {
        double[] passes = new double[ROUNDS];
        double[] digests = new double[ROUNDS];
        double[] reads = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double cpu = 0;
        try (SeederMeters meters = new SeederMeters(platform)) {
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                Stored stored = videos.store(SIZE);
                double hashed = meters.value("vireo_seeding_hashed_bytes_total");
                double seconds = meters.value("vireo_seeding_hashing_seconds_sum");
                double used = cpuOf();
                PlantedVideo video = videos.publish(stored);
                used = cpuOf() - used;
                double pass = (meters.value("vireo_seeding_hashed_bytes_total") - hashed)
                        / (meters.value("vireo_seeding_hashing_seconds_sum") - seconds);
                double digest = digest();
                double read = read(video);
                if (round >= 0) {
                    passes[round] = pass;
                    digests[round] = digest;
                    reads[round] = read;
                    whole[round] = video.seconds();
                    cpu += used;
                }
            }
        }
        return figures(passes, digests, reads, median(whole), cpu / ROUNDS);
    }

    private static List<Figure> figures(double[] passes, double[] digests, double[] reads, double whole, double cpu) {
        double pass = median(passes);
        double digest = median(digests);
        double read = median(reads);
        double gibibytes = SIZE / (double) (1 << 30);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Torrents of a file of 512 MiB, the one pass over it",
                megabytes(pass),
                "the lesser of SHA-1 + SHA-256 in one thread: " + megabytes(digest)
                        + ", and S3 read in the same ranges: " + megabytes(read),
                pass / Math.min(digest, read),
                "at least 0.7"));
        figures.add(new Figure(
                "The same: CPU of seeder-service; from the video's fact to that of its seeding",
                Figure.number(cpu / gibibytes, "CPU s/GiB") + ", " + Figure.number(whole, "s"),
                "",
                Double.NaN,
                ""));
        return figures;
    }

    /** Bytes a second. */
    private static double digest() {
        byte[] bytes = new byte[RANGE];
        MessageDigest sha1 = GeneratedFile.digest("SHA-1");
        MessageDigest sha256 = GeneratedFile.digest("SHA-256");
        long begin = System.nanoTime();
        for (long at = 0; at < SIZE; at += RANGE) {
            sha1.update(bytes);
            sha256.update(bytes);
        }
        sha1.digest();
        sha256.digest();
        return perSecond(begin);
    }

    /** Bytes a second. */
    private double read(PlantedVideo video) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int reader = 0; reader < READS; reader++) {
            readers.add(Thread.ofVirtual().start(() -> {
                byte[] range = new byte[RANGE];
                for (long at = next.getAndAdd(RANGE); at < SIZE; at = next.getAndAdd(RANGE)) {
                    files.read(video.key(), at, range, RANGE);
                }
            }));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return perSecond(begin);
    }

    private double cpuOf() {
        return Cpu.seconds(platform.service(SERVICE).pids());
    }

    private static double perSecond(long begin) {
        return SIZE / ((System.nanoTime() - begin) / 1e9);
    }

    private static String megabytes(double bytes) {
        return Figure.number(bytes / (1 << 20), "MiB/s");
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
