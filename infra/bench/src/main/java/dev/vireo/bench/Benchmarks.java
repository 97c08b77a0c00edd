package dev.vireo.bench;

import dev.vireo.bench.seeding.SeedingBenchmark;
import dev.vireo.local.Platform;
import dev.vireo.local.PlatformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Starts the platform, measures it and prints the table. Arguments: the repository, and names of parts; without names
 * all are measured and written into the documents.
 */
public final class Benchmarks {
    private static final Set<String> PARTS = Set.of("start", "delivery", "transcode", "upload", "search", "seeding");

    private Benchmarks() {}

    /** All parts take about three quarters of an hour on two cores; all load stays on loopback and ends by itself. */
    public static void main(String[] arguments) throws Exception {
        Path house = Path.of(arguments[0]);
        Set<String> named = Set.of(Arrays.copyOfRange(arguments, 1, arguments.length));
        if (!PARTS.containsAll(named)) {
            throw new IllegalArgumentException("The parts are " + PARTS + ", not " + named);
        }
        Path folder = Files.createDirectories(house.resolve("infra/bench/target/bench"));
        PlatformOptions options =
                PlatformOptions.isolated(house, folder.resolve("platform")).withWorkers(2);
        String table = measure(options, folder, named.isEmpty() ? PARTS : named).stream()
                .map(Figure::toRow)
                .collect(Collectors.joining("\n"));
        System.out.println(table);
        if (named.isEmpty()) {
            write(house.resolve("infra/docs/benchmarks.md"), table);
        }
    }

    private static List<Figure> measure(PlatformOptions options, Path folder, Set<String> parts) throws Exception {
        List<Figure> figures = new ArrayList<>();
        boolean start = parts.contains("start");
        if (start) {
            start(options.withFresh(true)).close();
            try (Platform quick = start(options)) {
                figures.add(new Figure(
                        "Warm start of the whole platform",
                        Figure.number(quick.startTime().toMillis() / 1000.0, "s"),
                        "",
                        Double.NaN,
                        ""));
            }
        }
        // A JVM has both compilers by default; only the local platform trades the second for a quick start.
        try (Platform platform = start(options.withFresh(!start).withQuick(false))) {
            Bench bench = new Bench(
                    platform,
                    new Client(platform.address()),
                    new Sources(platform.ffmpeg(), folder.resolve("sources")),
                    folder);
            figures.addAll(measure(bench, parts));
        }
        return figures;
    }

    /** A benchmark that is interrupted takes its servers with it. */
    private static Platform start(PlatformOptions options) {
        Platform platform = Platform.start(options, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop-platform"));
        return platform;
    }

    private static List<Figure> measure(Bench bench, Set<String> parts) throws Exception {
        List<Figure> figures = new ArrayList<>();
        if (parts.contains("delivery")) {
            figures.addAll(new DeliveryBenchmark(bench).run());
        }
        if (parts.contains("transcode")) {
            figures.addAll(new TranscodeBenchmark(bench).run());
        }
        if (parts.contains("upload")) {
            figures.addAll(new UploadBenchmark(bench).run());
        }
        if (parts.contains("search")) {
            figures.addAll(new SearchBenchmark(bench).run());
        }
        if (parts.contains("seeding")) {
            figures.addAll(new SeedingBenchmark(bench.platform(), bench.folder().resolve("seeding")).run());
        }
        if (parts.containsAll(PARTS)) {
            figures.add(new Figure(
                    "Memory of all processes after all this (sum of PSS)",
                    Figure.number((double) bench.platform().memoryMebibytes(), "MiB"),
                    "",
                    Double.NaN,
                    "at most 6,144 MiB"));
        }
        return figures;
    }

    private static void write(Path document, String table) throws IOException {
        Files.writeString(document, """
                # Benchmarks

                Made by `infra/bench/run` on %s, with %d processors and every server on the same machine; services run
                with both compilers, but for the start. Each ratio is taken within one run; absolute figures are those
                of that machine.

                | what | measured | beside | ratio | goal |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(), table));
    }
}
