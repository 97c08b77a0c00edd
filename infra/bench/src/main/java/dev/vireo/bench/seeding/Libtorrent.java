package dev.vireo.bench.seeding;

import dev.vireo.bench.ToolProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference client, Debian's python3-libtorrent, for one torrent. */
final class Libtorrent {
    private static final String PYTHON = "/usr/bin/python3";

    private final Path torrent;
    private final Path folder;

    /** With its scripts and its downloads in that folder. */
    Libtorrent(Path torrent, Path folder) {
        this.torrent = torrent;
        this.folder = folder;
    }

    /** Seeds from the folder with the file until it is closed. */
    ToolProcess seed(Path seeded, int port) {
        ToolProcess seeder = ToolProcess.start(
                List.of(
                        PYTHON,
                        script("libtorrent_seed.py"),
                        torrent.toString(),
                        seeded.toString(),
                        Integer.toString(port)),
                folder,
                Map.of());
        TcpDoor.await(port);
        return seeder;
    }

    /** Seconds of a download of the whole file from one peer on this machine. */
    double download(int port, GeneratedFile wanted) {
        Path target = folder.resolve("download");
        try {
            Files.createDirectories(target);
            JsonNode told = JsonMapper.shared()
                    .readTree(ToolProcess.run(
                            List.of(
                                    PYTHON,
                                    script("libtorrent_download.py"),
                                    torrent.toString(),
                                    target.toString(),
                                    Integer.toString(port)),
                            folder,
                            Map.of()));
            Path got = target.resolve(wanted.path().getFileName());
            if (told.get("bytes").asLong() != wanted.size() || Files.size(got) != wanted.size()) {
                throw new IllegalStateException("Not the whole file was downloaded: " + told);
            }
            Files.delete(got);
            return told.get("seconds").asDouble();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String script(String name) {
        Path script = folder.resolve(name);
        try (InputStream content = Objects.requireNonNull(Libtorrent.class.getResourceAsStream("/seeding/" + name))) {
            Files.write(script, content.readAllBytes());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return script.toString();
    }
}
