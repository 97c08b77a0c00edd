package dev.vireo.bench.seeding;

import dev.vireo.bench.Cpu;
import dev.vireo.bench.Figure;
import dev.vireo.bench.ToolProcess;
import dev.vireo.bench.seeding.UdpCrowd.Announced;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.local.server.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Announces by UDP a CPU second, beside opentracker under the same load. */
final class AnnounceBenchmark {
    /** Each has an address of its own, and announces so seldom that no limit of one address refuses it. */
    private static final int PEERS = 3_000;

    private static final int WARM_UP = 600_000;
    private static final int ANNOUNCES = 600_000;
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/opentracker"), Path.of("/usr/sbin/opentracker"));

    private final Platform platform;
    private final Path folder;
    private final List<byte[]> hashes;

    AnnounceBenchmark(Platform platform, List<PlantedVideo> videos, Path folder) {
        this.platform = platform;
        this.folder = folder;
        this.hashes = videos.stream().flatMap(video -> video.hashes().stream()).toList();
    }

    List<Figure> run() throws IOException {
        Load ours = load(
                platform.port(PortName.TRACKER),
                platform.service("seeder-service").pids());
        String what = "Announces by UDP, %d peers in %d swarms".formatted(PEERS, hashes.size());
        String goal = "at least 0.5";
        List<Path> found = PLACES.stream().filter(Files::isExecutable).toList();
        if (found.isEmpty()) {
            return List.of(
                    new Figure(what, ours.words(), "opentracker is not installed: not measured", Double.NaN, goal));
        }
        int port = Port.free().number();
        try (ToolProcess opentracker = opentracker(found.getFirst(), port)) {
            Load theirs = load(port, List.of(opentracker.pid()));
            return List.of(new Figure(
                    what, ours.words(), "opentracker: " + theirs.words(), ours.perCpu() / theirs.perCpu(), goal));
        }
    }

    /** Debian's knows a list of what is allowed, as ours does. It will not run as root. */
    private ToolProcess opentracker(Path program, int port) throws IOException {
        Path allowed = Files.write(
                folder.resolve("allowed.txt"),
                hashes.stream().map(HexFormat.of()::formatHex).toList());
        Path settings = Files.writeString(folder.resolve("opentracker.conf"), """
                listen.tcp_udp 127.0.0.1:%1$d
                tracker.user nobody
                access.whitelist %2$s
                """.formatted(port, allowed));
        ToolProcess tracker =
                ToolProcess.start(List.of(program.toString(), "-f", settings.toString()), folder, Map.of());
        TcpDoor.await(port);
        return tracker;
    }

    private Load load(int port, Collection<Long> server) throws IOException {
        try (UdpCrowd crowd =
                new UdpCrowd(PEERS, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), hashes)) {
            crowd.announce(WARM_UP);
            double before = Cpu.seconds(server);
            long begin = System.nanoTime();
            Announced announced = crowd.announce(ANNOUNCES);
            return new Load(announced, (System.nanoTime() - begin) / 1e9, Cpu.seconds(server) - before);
        }
    }

    private record Load(Announced announced, double seconds, double cpu) {
        double perCpu() {
            return announced.count() / cpu;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f per CPU s, %,.0f/s, %.0f peers an answer",
                    perCpu(),
                    announced.count() / seconds,
                    announced.peers());
        }
    }
}
