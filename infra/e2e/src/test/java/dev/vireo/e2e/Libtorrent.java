package dev.vireo.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The reference client of BitTorrent, Debian's python3-libtorrent. */
final class Libtorrent {
    private static final String PYTHON = System.getProperty("house.python", "/usr/bin/python3");
    private static final Path DOWNLOAD = Path.of("src/test/resources/libtorrent_download.py");

    private Libtorrent() {}

    /**
     * Downloads a torrent or a magnet link into a folder; gives its infohash of version 1.
     *
     * @param sources {@code web}, {@code peers} or {@code all}
     */
    static String download(String what, Path folder, String sources) {
        return ToolProcess.run(List.of(PYTHON, DOWNLOAD.toString(), what, folder.toString(), sources), Map.of())
                .strip();
    }
}
