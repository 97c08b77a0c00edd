package dev.vireo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** Memory of processes as the kernel shares it out among them (PSS), so that the sum is honest. */
final class Memory {
    private Memory() {}

    /** Mebibytes of these processes together; what cannot be read counts nothing. */
    static long mebibytes(Collection<Long> pids) {
        return pids.stream().mapToLong(Memory::kibibytes).sum() / 1024;
    }

    private static long kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
