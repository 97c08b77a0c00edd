package dev.vireo.bench;

import dev.vireo.local.Platform;
import dev.vireo.local.PlatformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Starts the platform, measures it, prints the table and writes it into the documents. Argument: the repository. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes about half an hour on two cores; all load stays on loopback and ends by itself. */
    public static void main(String[] arguments) throws Exception {
        Path house = Path.of(arguments[0]);
        Path folder = Files.createDirectories(house.resolve("infra/bench/target/bench"));
        PlatformOptions options =
                PlatformOptions.isolated(house, folder.resolve("platform")).withWorkers(2);
        Platform first = Platform.start(options.withFresh(true), System.out);
        first.close();
        Platform platform = Platform.start(options.withFresh(false), System.out);
        List<Figure> figures;
        try {
            figures = measure(platform, folder);
        } finally {
            platform.close();
        }
        write(house.resolve("infra/docs/benchmarks.md"), figures);
    }

    private static List<Figure> measure(Platform platform, Path folder) throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Warm start of the whole platform",
                Figure.number(platform.startTime().toMillis() / 1000.0, "s"),
                "",
                Double.NaN,
                ""));
        Bench bench = new Bench(
                platform,
                new Client(platform.address()),
                new Sources(platform.ffmpeg(), folder.resolve("sources")),
                folder);
        figures.addAll(new DeliveryBenchmark(bench).run());
        figures.addAll(new TranscodeBenchmark(bench).run());
        figures.addAll(new UploadBenchmark(bench).run());
        figures.add(new Figure(
                "Memory of all processes after all this (sum of PSS)",
                Figure.number((double) platform.memoryMebibytes(), "MiB"),
                "",
                Double.NaN,
                "at most 6,144 MiB"));
        return figures;
    }

    private static void write(Path document, List<Figure> figures) throws IOException {
        String table = figures.stream().map(Figure::toRow).collect(Collectors.joining("\n"));
        String text = """
                # Benchmarks

                Made by `infra/bench/run` on %s, with %d processors and every server on the same machine. Each ratio is
                taken within one run; absolute figures are those of that machine.

                | what | measured | beside | ratio | goal |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(), table);
        Files.writeString(document, text);
        System.out.println(text);
    }
}
