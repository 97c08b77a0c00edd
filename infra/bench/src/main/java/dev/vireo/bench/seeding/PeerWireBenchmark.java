package dev.vireo.bench.seeding;

import dev.vireo.bench.Cpu;
import dev.vireo.bench.Figure;
import dev.vireo.bench.ToolProcess;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.local.server.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A file given to libtorrent by our peer wire, which reads it from the object store, beside libtorrent, which has it on disk. */
final class PeerWireBenchmark {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;
    private static final String SERVICE = "seeder-service";

    private final Platform platform;
    private final Path folder;
    private final PlantedVideo video;
    private final S3Files files;

    PeerWireBenchmark(Platform platform, PlantedVideo video, S3Files files, Path folder) {
        this.platform = platform;
        this.video = video;
        this.files = files;
        this.folder = folder;
    }

    List<Figure> run() throws IOException {
        Path torrent = Files.write(folder.resolve("planted.torrent"), files.get(video.torrentKey()));
        Libtorrent libtorrent = new Libtorrent(torrent, folder);
        int ours = platform.port(PortName.SWARM);
        int theirs = Port.free().number();
        Path seeded = folder.toAbsolutePath();
        try (ToolProcess seeder = libtorrent.seed(seeded, theirs)) {
            // In the first libtorrent checks what it reads, and the service is compiled meanwhile.
            for (int round = 0; round < WARM_UPS; round++) {
                libtorrent.download(theirs, video.file());
                libtorrent.download(ours, video.file());
            }
            Spent byLibtorrent = new Spent(0, 0, 0);
            Spent byUs = new Spent(0, 0, 0);
            for (int round = 0; round < ROUNDS; round++) {
                byLibtorrent = byLibtorrent.plus(
                        () -> libtorrent.download(theirs, video.file()), List.of(seeder.pid()), List.of());
                byUs = byUs.plus(
                        () -> libtorrent.download(ours, video.file()),
                        platform.service(SERVICE).pids(),
                        platform.s3().pids());
            }
            return figures(byUs, byLibtorrent);
        }
    }

    private List<Figure> figures(Spent ours, Spent theirs) {
        double gibibytes = ROUNDS * video.file().size() / (double) (1 << 30);
        return List.of(
                new Figure(
                        "A file of 512 MiB by the peer wire to libtorrent",
                        speed(gibibytes, ours.seconds()),
                        "libtorrent seeds it from disk: " + speed(gibibytes, theirs.seconds()),
                        theirs.seconds() / ours.seconds(),
                        "at least 0.5"),
                new Figure(
                        "The same: CPU of who seeds",
                        Figure.number(ours.cpu() / gibibytes, "CPU s/GiB") + ", and the object store "
                                + Figure.number(ours.store() / gibibytes, "CPU s/GiB"),
                        "libtorrent: " + Figure.number(theirs.cpu() / gibibytes, "CPU s/GiB"),
                        ours.cpu() / theirs.cpu(),
                        ""));
    }

    private static String speed(double gibibytes, double seconds) {
        return Figure.number(gibibytes * 1024 / seconds, "MiB/s");
    }

    /** Seconds of some downloads, and CPU seconds of who seeds and of the store behind it. */
    private record Spent(double seconds, double cpu, double store) {
        Spent plus(DoubleSupplier download, Collection<Long> seeder, Collection<Long> storing) {
            double before = Cpu.seconds(seeder);
            double storedBefore = Cpu.seconds(storing);
            double took = download.getAsDouble();
            return new Spent(
                    seconds + took, cpu + Cpu.seconds(seeder) - before, store + Cpu.seconds(storing) - storedBefore);
        }
    }
}
