package dev.vireo.bench.seeding;

import dev.vireo.bench.Figure;
import dev.vireo.local.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What seeder-service does for peers, from outside, on the running platform. */
public final class SeedingBenchmark {
    private final Platform platform;
    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    /** Keeps its files in that folder meanwhile. */
    public SeedingBenchmark(Platform platform, Path folder) {
        this.platform = platform;
        this.folder = folder.toAbsolutePath();
    }

    /** One row for each, in an order in which none leaves the next with less: restarts are the last. */
    public List<Figure> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (S3Files files = new S3Files(platform.s3());
                PlantedVideos videos = new PlantedVideos(platform, files, folder)) {
            add(new MetainfoBenchmark(platform, videos, files).run());
            PlantedVideo newest = videos.all().getLast();
            add(new PeerWireBenchmark(platform, newest, files, folder).run());
            add(new AnnounceBenchmark(platform, videos.all(), folder).run());
            add(new SocketBenchmark(platform, videos.all()).run());
            add(new RestartBenchmark(platform, newest, files).run());
        }
        return figures;
    }

    /** Shown at once, as the whole takes minutes. */
    private void add(List<Figure> more) {
        more.forEach(figure -> System.out.println(figure.toRow()));
        figures.addAll(more);
    }
}
