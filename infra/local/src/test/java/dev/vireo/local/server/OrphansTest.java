package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrphansTest {
    private static final int COUNT = 6;

    /** Asked to end, it waits until all are asked. */
    private static final String SCRIPT = """
            trap 'touch asked-$1; until [ -e asked-1 -a -e asked-2 -a -e asked-3 -a -e asked-4 -a -e asked-5 -a -e asked-6 ]
              do sleep 0.05; done; touch ended-$1; exit' TERM
            touch ready-$1
            while :; do sleep 0.05; done
            """;

    @TempDir
    Path folder;

    @Test
    void allEndAtTheSameTimeAndOneLineSaysSo() {
        DataFolder data = new DataFolder(folder);
        List<Long> pids = IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> started(data, number))
                .flatMap(server -> server.pids().stream())
                .toList();
        List<String> lines = new ArrayList<>();

        Orphans.end(data, lines::add);
        Orphans.end(data, lines::add);

        assertThat(lines).containsExactly("Ending what a killed run left behind: s1, s2, s3, s4, s5, s6 ...");
        assertThat(pids)
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertThat(IntStream.rangeClosed(1, COUNT).mapToObj(number -> folder.resolve("ended-" + number)))
                .allMatch(Files::exists);
    }

    private ServerProcess started(DataFolder data, int number) {
        List<String> words = List.of("sh", "-c", SCRIPT, "sh", String.valueOf(number));
        ServerProcess server = ServerProcess.start("s" + number, new ServerCommand(words, Map.of(), folder), data);
        server.awaitHealthy(() -> Files.exists(folder.resolve("ready-" + number)), Duration.ofMinutes(1));
        return server;
    }
}
