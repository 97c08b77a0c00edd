package dev.vireo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The platform's ladder against one ffmpeg process that makes the same ladder from the same file. */
final class TranscodeBenchmark {
    private static final int SHORT = 60;
    private static final int LONG = 600;
    private static final int SEGMENT_SECONDS = 4;

    private final Bench bench;

    TranscodeBenchmark(Bench bench) {
        this.bench = bench;
    }

    List<Figure> run() {
        Path film = bench.sources().film(SHORT);
        String warmUp = bench.client().upload(bench.sources().film(20));
        bench.client().untilPublished(warmUp);
        double cpuBefore = bench.cpuOf("transcode-service");
        double first = untilPlayable(film);
        JsonNode video = bench.client().untilPublished(lastUploaded);
        double wall = (System.nanoTime() - uploadedAt) / 1e9;
        double cpu = bench.cpuOf("transcode-service") - cpuBefore;
        Baseline baseline = singleProcess(film, video);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Transcode " + SHORT + " s of 1080p30: CPU",
                Figure.number(cpu, "CPU s"),
                "one ffmpeg process: " + Figure.number(baseline.cpu(), "CPU s"),
                cpu / baseline.cpu(),
                "at most 1.10"));
        figures.add(new Figure(
                "The same: wall, 2 workers",
                Figure.number(wall, "s"),
                "one ffmpeg process: " + Figure.number(baseline.wall(), "s"),
                wall / baseline.wall(),
                "at most 1.15"));
        figures.add(first(SHORT, first));
        double longFirst = untilPlayable(bench.sources().film(LONG));
        bench.client().delete(lastUploaded);
        figures.add(first(LONG, longFirst));
        return figures;
    }

    private String lastUploaded = "";
    private long uploadedAt;

    private double untilPlayable(Path film) {
        lastUploaded = bench.client().upload(film);
        uploadedAt = System.nanoTime();
        bench.client().untilPlayable(lastUploaded);
        return (System.nanoTime() - uploadedAt) / 1e9;
    }

    private static Figure first(int seconds, double first) {
        return new Figure(
                "Last byte to first playable segment, " + seconds + " s of 1080p30",
                Figure.number(first, "s"),
                "",
                Double.NaN,
                "at most 5 s, the same for each length");
    }

    private record Baseline(double cpu, double wall) {}

    /** Cascaded scaling, the same encoder settings, the same segments; the best that one process can do. */
    private Baseline singleProcess(Path film, JsonNode video) {
        List<JsonNode> pictures = pictures(video);
        List<String> command = new ArrayList<>(List.of(
                bench.platform().ffmpeg().ffmpeg().toString(),
                "-v",
                "error",
                "-y",
                "-i",
                film.toAbsolutePath().toString(),
                "-filter_complex",
                graph(pictures)));
        for (int at = 0; at < pictures.size(); at++) {
            command.addAll(output(pictures.get(at), at));
        }
        command.addAll(List.of(
                "-map",
                "0:a:0",
                "-c:a",
                "aac",
                "-b:a",
                "128k",
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(SEGMENT_SECONDS),
                "-hls_segment_type",
                "fmp4",
                "-hls_playlist_type",
                "vod",
                "-hls_fmp4_init_filename",
                "audio-init.mp4",
                "audio.m3u8"));
        long begin = System.nanoTime();
        double before = ownCpu();
        ToolProcess.run(command, bench.folder(), bench.platform().ffmpeg().environment());
        double cpu = ownCpu() - before;
        return new Baseline(cpu, (System.nanoTime() - begin) / 1e9);
    }

    private static List<JsonNode> pictures(JsonNode video) {
        return StreamSupport.stream(
                        video.get("streamingPlaylists").get(0).get("files").spliterator(), false)
                .filter(file -> file.get("hasVideo").asBoolean())
                .toList();
    }

    private static double ownCpu() {
        return Cpu.seconds(List.of(ProcessHandle.current().pid()));
    }

    private static String graph(List<JsonNode> pictures) {
        StringBuilder graph = new StringBuilder("[0:v:0]fps=30");
        for (int at = 0; at < pictures.size(); at++) {
            graph.append(",scale=")
                    .append(pictures.get(at).get("width").asInt())
                    .append(':')
                    .append(pictures.get(at).get("height").asInt())
                    .append(":flags=bicubic,setsar=1,format=yuv420p");
            graph.append(
                    at == pictures.size() - 1
                            ? "[v" + at + "]"
                            : ",split=2[v" + at + "][n" + at + "];[n" + at + "]null");
        }
        return graph.toString();
    }

    private static List<String> output(JsonNode picture, int at) {
        String name = "r" + picture.get("height").asInt();
        long rate =
                highestRate(picture.get("width").asInt(), picture.get("height").asInt());
        return List.of(
                "-map",
                "[v" + at + "]",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "23",
                "-maxrate",
                Long.toString(rate),
                "-bufsize",
                Long.toString(2 * rate),
                "-g",
                "120",
                "-keyint_min",
                "120",
                "-sc_threshold",
                "0",
                "-bf",
                "3",
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(SEGMENT_SECONDS),
                "-hls_segment_type",
                "fmp4",
                "-hls_playlist_type",
                "vod",
                "-hls_fmp4_init_filename",
                name + "-init.mp4",
                name + ".m3u8");
    }

    /** The curve of transcode-service's ladder: 5 Mbit/s for 1080p30, less than proportional to the pixels. */
    private static long highestRate(int width, int height) {
        return Math.round(5_000_000 * Math.pow((double) width * height / (1920.0 * 1080), 0.85));
    }
}
