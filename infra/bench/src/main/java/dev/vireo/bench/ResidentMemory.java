package dev.vireo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that a process holds now, shared pages with it, from /proc. */
public final class ResidentMemory {
    private static final int KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Bytes; 0 when the process is gone. */
    public static long bytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
