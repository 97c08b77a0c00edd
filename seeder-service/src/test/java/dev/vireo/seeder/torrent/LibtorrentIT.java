package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.ToolProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What libtorrent makes of our torrents, and which it makes itself of the same files. */
final class LibtorrentIT {
    private static final int BLOCK = PieceLength.BLOCK;
    /** Debian's own, which has libtorrent. */
    private static final String PYTHON = System.getProperty("house.python", "/usr/bin/python3");

    private static final Path SCRIPT = Path.of("src/test/resources/libtorrent_check.py");

    @TempDir
    private Path folder;

    @Test
    void agreesOnHashesAndFindsAllPieces() throws Exception {
        List<Metainfo> made = new ArrayList<>();
        for (int length : new int[] {BLOCK, 2 * BLOCK, 8 * BLOCK}) {
            for (int size : sizes(length)) {
                made.add(write("f-" + length + "-" + size + ".mp4", Contents.of(size), new PieceLength(length)));
            }
        }
        int large = 40 * 1024 * 1024 + 5;
        made.add(write("large.mp4", Contents.of(large), PieceLength.of(large)));

        JsonNode answers = check();

        assertThat(answers.size()).isEqualTo(made.size());
        for (Metainfo torrent : made) {
            JsonNode seen = answers.get(torrent.name());
            for (String who : List.of("read", "made", "magnet")) {
                assertThat(seen.get(who).get("v1").asString())
                        .as(torrent.name())
                        .isEqualTo(torrent.infohashV1().hex());
                assertThat(seen.get(who).get("v2").asString())
                        .as(torrent.name())
                        .isEqualTo(torrent.infohashV2().hex());
            }
            assertThat(seen.get("v1only").asString())
                    .isEqualTo(torrent.infohashV1Only().hex());
            assertThat(seen.get("pieces").asLong())
                    .isEqualTo(torrent.pieceLength().pieces(torrent.size()));
            assertThat(seen.get("checked").asDouble()).as(torrent.name()).isEqualTo(1.0);
            assertThat(seen.get("checkedV1").asDouble()).as(torrent.name()).isEqualTo(1.0);
            assertThat(seen.get("seeds").asArray()).hasSize(1);
        }
    }

    @Test
    void missesThePieceThatIsDamaged() throws Exception {
        byte[] bytes = Contents.of(10 * BLOCK);
        write("damaged.mp4", bytes, new PieceLength(BLOCK));
        byte[] damaged = Arrays.copyOf(bytes, bytes.length);
        damaged[5 * BLOCK]++;
        Files.write(folder.resolve("damaged.mp4"), damaged);

        JsonNode seen = check().get("damaged.mp4");

        assertThat(seen.get("checked").asDouble()).isBetween(0.89, 0.91);
        assertThat(seen.get("checkedV1").asDouble()).isBetween(0.89, 0.91);
    }

    private static int[] sizes(int length) {
        return IntStream.of(
                        1,
                        BLOCK - 1,
                        BLOCK,
                        BLOCK + 1,
                        length - 1,
                        length,
                        length + 1,
                        2 * length,
                        3 * length + 1,
                        4 * length - 1,
                        7 * length + BLOCK,
                        8 * length + 1,
                        16 * length)
                .distinct()
                .toArray();
    }

    private Metainfo write(String name, byte[] bytes, PieceLength length) throws Exception {
        Metainfo torrent = Contents.torrent(name, bytes, length);
        Framing framing = new Framing(List.of(), List.of("http://127.0.0.1:9/" + name), "a comment", "Vireo");
        Files.write(folder.resolve(name), bytes);
        Files.write(folder.resolve(name + ".torrent"), torrent.bytes(TorrentForm.HYBRID, framing));
        Files.write(folder.resolve(name + ".v1"), torrent.bytes(TorrentForm.V1, framing));
        Files.writeString(
                folder.resolve(name + ".magnet"),
                MagnetUri.of(torrent.infohashV1(), torrent.infohashV2(), name).toString());
        return torrent;
    }

    private JsonNode check() {
        return JsonMapper.shared().readTree(ToolProcess.run(List.of(PYTHON, SCRIPT.toString(), folder.toString())));
    }
}
