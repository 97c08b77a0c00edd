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
        Platform.start(options.withFresh(true), System.out).close();
        List<Figure> figures = new ArrayList<>();
        try (Platform platform = Platform.start(options.withFresh(false), System.out)) {
            figures.add(new Figure(
                    "Warm start of the whole platform, full-speed flags",
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
                    Figure.number(platform.memoryMebibytes(), "MiB"),
                    "",
                    Double.NaN,
                    "at most 6,144 MiB"));
        }
        write(house.resolve("infra/docs/benchmarks.md"), figures);
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
