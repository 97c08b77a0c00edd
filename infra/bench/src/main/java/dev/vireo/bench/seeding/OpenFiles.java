package dev.vireo.bench.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files and sockets that a process has open, and may have, from /proc. */
final class OpenFiles {
    private static final String LIMIT = "Max open files";

    private OpenFiles() {}

    /** How many more it may open. */
    static int room(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<String> limits = Files.lines(process.resolve("limits"));
                Stream<Path> open = Files.list(process.resolve("fd"))) {
            int most = limits.filter(line -> line.startsWith(LIMIT))
                    .map(line -> line.substring(LIMIT.length()).strip().split(" +", -1)[0])
                    .mapToInt(soft -> soft.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(soft))
                    .findFirst()
                    .orElse(0);
            return most - (int) open.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
