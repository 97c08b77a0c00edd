package dev.vireo.bench.seeding;

import dev.vireo.bench.Figure;
import dev.vireo.bench.seeding.JdbcSyntheticSeeds.Synthetic;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.local.service.ServiceServer;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;

/** A start of seeder-service when very much is seeded, beside one with next to nothing. */
final class RestartBenchmark {
    private static final int TORRENTS = 100_000;
    private static final int ROUNDS = 3;

    private final Platform platform;
    private final PlantedVideo video;
    private final S3Files files;
    private final JdbcSyntheticSeeds seeds;

    RestartBenchmark(Platform platform, PlantedVideo video, S3Files files) {
        this.platform = platform;
        this.video = video;
        this.files = files;
        this.seeds = new JdbcSyntheticSeeds(platform.postgres().jdbcUrl("seeder"));
    }

    List<Figure> run() {
        int port = platform.port(PortName.SWARM);
        byte[] planted = video.hashes().getFirst();
        double[] few = new double[ROUNDS];
        double[] fewShaken = new double[ROUNDS];
        restart();
        for (int round = 0; round < ROUNDS; round++) {
            few[round] = restart();
            fewShaken[round] = PeerHandshake.seconds(port, planted);
        }
        seeds.add(TORRENTS);
        Synthetic one = seeds.one();
        files.put(one.torrentKey(), HttpRequest.BodyPublishers.ofByteArray(files.get(video.torrentKey())));
        double[] many = new double[ROUNDS];
        double[] manyShaken = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            many[round] = restart();
            manyShaken[round] = PeerHandshake.seconds(port, one.hash());
        }
        files.remove(one.torrentKey());
        seeds.remove();
        return figures(median(few), median(fewShaken), median(many), median(manyShaken));
    }

    private static List<Figure> figures(double few, double fewShaken, double many, double manyShaken) {
        return List.of(
                new Figure(
                        "Start of seeder-service with %,d torrents, until it is ready".formatted(TORRENTS),
                        Figure.number(many, "s"),
                        "with those planted here only: " + Figure.number(few, "s"),
                        many / few,
                        "seconds, the same for each number"),
                new Figure(
                        "The same: its first peer's handshake for one of them",
                        Figure.number(manyShaken * 1000, "ms"),
                        "with those planted here only: " + Figure.number(fewShaken * 1000, "ms"),
                        manyShaken / fewShaken,
                        ""));
    }

    private double restart() {
        ServiceServer service = platform.service("seeder-service");
        service.stop();
        service.start();
        return service.lastStart().toMillis() / 1000.0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
