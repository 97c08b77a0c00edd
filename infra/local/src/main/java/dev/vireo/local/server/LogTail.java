package dev.vireo.local.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, for messages. */
public final class LogTail {
    private static final int LINES = 12;
    private static final int BYTES = 8192;
    private static final int WIDTH = 300;

    private LogTail() {}

    /** At most twelve indented lines, each shortened; never fails. */
    public static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            int wanted = (int) Math.min(BYTES, file.length());
            file.seek(file.length() - wanted);
            byte[] bytes = new byte[wanted];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                            .map(line -> "    " + line.substring(0, Math.min(WIDTH, line.length())))
                            .toList());
        } catch (IOException e) {
            return "    (no log: " + e.getMessage() + ")";
        }
    }
}
