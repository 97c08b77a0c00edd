package dev.vireo.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Load from the wrk program: bounded connections for a bounded time, on loopback. */
record Wrk(double requestsPerSecond, double megabytesPerSecond, long requests, double megabytes) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern TOTAL =
            Pattern.compile("([0-9]+) requests in ([0-9.]+)(ms|s|m), ([0-9.]+)(B|KB|MB|GB) read");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    static Wrk load(String address, int connections, int seconds, String... options) {
        List<String> command = Stream.of(
                        Stream.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"),
                        Arrays.stream(options),
                        Stream.of(address))
                .flatMap(words -> words)
                .toList();
        String printed = ToolProcess.run(command, Path.of("."), Map.of());
        if (ERRORS.matcher(printed).find()) {
            throw new IllegalStateException("Some requests to " + address + " failed: " + printed);
        }
        Matcher rate = find(RATE, printed);
        Matcher total = find(TOTAL, printed);
        double megabytes = Double.parseDouble(total.group(4)) * factor(total.group(5));
        return new Wrk(
                Double.parseDouble(rate.group(1)), megabytes / seconds, Long.parseLong(total.group(1)), megabytes);
    }

    private static Matcher find(Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("wrk said: " + printed);
        }
        return found;
    }

    private static double factor(String unit) {
        return switch (unit) {
            case "GB" -> 1024;
            case "MB" -> 1;
            case "KB" -> 1.0 / 1024;
            default -> 1.0 / 1024 / 1024;
        };
    }
}
