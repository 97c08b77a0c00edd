package dev.vireo.bench.seeding;

import dev.vireo.bench.Cpu;
import dev.vireo.bench.Figure;
import dev.vireo.bench.ResidentMemory;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Browsers that are connected to the tracker all at once, and what memory they take. */
final class SocketBenchmark {
    private static final int PEERS = 20_000;
    /** For logs, databases and whoever else comes meanwhile. */
    private static final int SPARE = 100;
    /** Longer than the tracker leaves a silent browser in peace. */
    private static final Duration STAY = Duration.ofSeconds(75);

    private final Platform platform;
    private final List<byte[]> hashes;

    SocketBenchmark(Platform platform, List<PlantedVideo> videos) {
        this.platform = platform;
        this.hashes = videos.stream().flatMap(video -> video.hashes().stream()).toList();
    }

    List<Figure> run() throws IOException {
        List<Long> pids = platform.service("seeder-service").pids();
        long service = pids.getLast();
        int room = Math.min(
                        OpenFiles.room(service),
                        OpenFiles.room(ProcessHandle.current().pid()))
                - SPARE;
        int count = Math.min(PEERS, room);
        InetSocketAddress tracker =
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), platform.port(PortName.TRACKER));
        long before = ResidentMemory.bytes(service);
        double cpu = Cpu.seconds(pids);
        try (SocketCrowd crowd = new SocketCrowd(hashes)) {
            long begin = System.nanoTime();
            crowd.connect(count, tracker);
            double seconds = (System.nanoTime() - begin) / 1e9;
            cpu = Cpu.seconds(pids) - cpu;
            crowd.stay(STAY);
            long after = ResidentMemory.bytes(service);
            return List.of(new Figure(
                    "Browsers connected by WebSocket: resident memory of seeder-service"
                            + (count < PEERS ? " (%,d, as no process may open more files here)".formatted(count) : ""),
                    Figure.number(mebibytes(after), "MiB"),
                    "before: " + Figure.number(mebibytes(before), "MiB") + "; all in their swarms after "
                            + Figure.number(seconds, "s") + " and "
                            + Figure.number(cpu, "CPU s"),
                    Double.NaN,
                    "20,000 in at most 1,024 MiB"));
        }
    }

    private static double mebibytes(long bytes) {
        return bytes / (double) (1 << 20);
    }
}
