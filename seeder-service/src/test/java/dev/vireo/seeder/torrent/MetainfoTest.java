package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class MetainfoTest {
    private static final int BLOCK = PieceLength.BLOCK;
    private static final PieceLength FOUR_BLOCKS = new PieceLength(4 * BLOCK);
    private static final int[] SIZES = {
        1,
        2,
        BLOCK - 1,
        BLOCK,
        BLOCK + 1,
        2 * BLOCK,
        3 * BLOCK,
        4 * BLOCK - 1,
        4 * BLOCK,
        4 * BLOCK + 1,
        5 * BLOCK,
        8 * BLOCK - 1,
        8 * BLOCK,
        8 * BLOCK + 1,
        16 * BLOCK + 1,
        33 * BLOCK + 7,
        64 * BLOCK
    };

    @Test
    void readsWhatItWrites() {
        for (int size : SIZES) {
            Metainfo made = Contents.torrent("film.mp4", Contents.of(size), FOUR_BLOCKS);
            Metainfo read = Metainfo.parse(made.bytes(TorrentForm.HYBRID, Framing.NONE));

            assertThat(read.infohashV1()).isEqualTo(made.infohashV1());
            assertThat(read.infohashV2()).isEqualTo(made.infohashV2());
            assertThat(read.infohashV1Only()).isEqualTo(made.infohashV1Only());
            assertThat(read.size()).isEqualTo(size);
            assertThat(read.name()).isEqualTo("film.mp4");
            assertThat(read.pieceLength()).isEqualTo(FOUR_BLOCKS);
            assertThat(read.info(TorrentForm.V1)).isEqualTo(made.info(TorrentForm.V1));
        }
    }

    @Test
    void findsTheSameInPartsOfAnySize() throws Exception {
        Random random = new Random(7);
        for (int size : SIZES) {
            byte[] bytes = Contents.of(size);
            var whole = Contents.hash("a", bytes, FOUR_BLOCKS, size);
            var parts = Contents.hash("a", bytes, FOUR_BLOCKS, 1 + random.nextInt(3 * BLOCK));

            assertThat(parts.torrent().infohashV2()).isEqualTo(whole.torrent().infohashV2());
            assertThat(parts.torrent().infohashV1()).isEqualTo(whole.torrent().infohashV1());
            assertThat(parts.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }

    /** The tree once more, by its definition: as many leaves as the next power of two, zeros where there is no block. */
    @Test
    void growsTheTreeOfItsDefinition() throws Exception {
        for (int size : SIZES) {
            byte[] bytes = Contents.of(size);
            int blocks = (size + BLOCK - 1) / BLOCK;
            int wide = 1;
            while (wide < Math.max(blocks, size > FOUR_BLOCKS.bytes() ? FOUR_BLOCKS.blocks() : 1)) {
                wide *= 2;
            }
            List<byte[]> layer = new ArrayList<>();
            for (int block = 0; block < wide; block++) {
                layer.add(
                        block < blocks
                                ? sha256(Arrays.copyOfRange(bytes, block * BLOCK, Math.min(size, (block + 1) * BLOCK)))
                                : new byte[32]);
            }
            while (layer.size() > 1) {
                List<byte[]> above = new ArrayList<>();
                for (int left = 0; left < layer.size(); left += 2) {
                    above.add(sha256(layer.get(left), layer.get(left + 1)));
                }
                layer = above;
            }

            assertThat(Contents.torrent("a", bytes, FOUR_BLOCKS).root()).isEqualTo(layer.getFirst());
        }
    }

    @Test
    void letsOthersJoinThePass() {
        List<Integer> seen = new ArrayList<>();
        TorrentHasher hasher =
                new TorrentHasher(FOUR_BLOCKS, List.of(bytes -> seen.add(bytes.remaining())), Runnable::run);
        ByteBuffer part = ByteBuffer.allocate(10);
        hasher.update(part);
        hasher.update(ByteBuffer.allocate(5));

        assertThat(seen).containsExactly(10, 5);
        assertThat(hasher.size()).isEqualTo(15);
        assertThat(part.hasRemaining()).isFalse();
    }

    @Test
    void hasNoTorrentOfAnEmptyFileNorOfAPath() {
        TorrentHasher empty = new TorrentHasher(FOUR_BLOCKS, List.of(), Runnable::run);
        assertThatThrownBy(() -> empty.finish("a")).isInstanceOf(MalformedTorrentException.class);
        for (String path : List.of("", ".", "..", "a/b", "../a", "a\\b", "a\0b")) {
            assertThatThrownBy(() -> Contents.torrent(path, new byte[1], FOUR_BLOCKS))
                    .isInstanceOf(MalformedTorrentException.class);
        }
    }

    @Test
    void keepsItsHashesWhateverStandsAround() {
        Metainfo torrent = Contents.torrent("film.mp4", Contents.of(9 * BLOCK), FOUR_BLOCKS);
        Framing framing = new Framing(
                List.of("https://a.example/announce", "wss://a.example/socket"),
                List.of("https://a.example/film.mp4"),
                "https://a.example/w/1",
                "Vireo");

        byte[] framed = torrent.bytes(TorrentForm.HYBRID, framing);
        BencodeDictionary outer = (BencodeDictionary)
                new BencodeDecoder(framed.length, 8).decode(framed).value();

        assertThat(Metainfo.parse(framed).infohashV2()).isEqualTo(torrent.infohashV2());
        assertThat(outer.string("announce")).contains(BencodeString.of("https://a.example/announce"));
        assertThat(outer.get("announce-list"))
                .contains(new BencodeList(List.of(
                        BencodeList.of(List.of("https://a.example/announce")),
                        BencodeList.of(List.of("wss://a.example/socket")))));
        assertThat(outer.get("url-list")).contains(BencodeList.of(List.of("https://a.example/film.mp4")));
        assertThat(outer.string("comment")).contains(BencodeString.of("https://a.example/w/1"));
        assertThat(torrent.infohashV1Only()).isNotEqualTo(torrent.infohashV1());
    }

    @Test
    void refusesAnotherOneThanItWouldWrite() {
        Metainfo torrent = Contents.torrent("film.mp4", Contents.of(9 * BLOCK), FOUR_BLOCKS);
        byte[] bytes = torrent.bytes(TorrentForm.HYBRID, Framing.NONE);
        BencodeDictionary outer = (BencodeDictionary)
                new BencodeDecoder(bytes.length, 8).decode(bytes).value();
        BencodeDictionary info = outer.dictionary("info").orElseThrow();
        BencodeString nothing = BencodeString.of("");
        List<UnaryOperator<BencodeDictionary>> changes = List.of(
                whole -> whole.without("info"),
                whole -> whole.without("piece layers"),
                whole -> whole.with("piece layers", BencodeDictionary.empty()),
                whole -> whole.with("info", info.with("length", new BencodeInteger(0))),
                whole -> whole.with("info", info.with("length", new BencodeInteger(-1))),
                whole -> whole.with("info", info.with("length", new BencodeInteger(Long.MAX_VALUE))),
                whole -> whole.with("info", info.with("length", new BencodeInteger(10L * BLOCK))),
                whole -> whole.with("info", info.with("piece length", new BencodeInteger(0))),
                whole -> whole.with("info", info.with("piece length", new BencodeInteger(1L << 40))),
                whole -> whole.with("info", info.with("piece length", new BencodeInteger(3L * BLOCK))),
                whole -> whole.with("info", info.with("pieces", nothing)),
                whole -> whole.with("info", info.with("name", BencodeString.of("../film.mp4"))),
                whole -> whole.with("info", info.with("name", BencodeString.of("other.mp4"))),
                whole -> whole.with("info", info.with("meta version", new BencodeInteger(1))),
                whole -> whole.with("info", info.with("files", new BencodeList(List.of()))),
                whole -> whole.with("info", info.without("file tree")));
        for (UnaryOperator<BencodeDictionary> change : changes) {
            byte[] changed = Bencode.encode(change.apply(outer));
            assertThatThrownBy(() -> Metainfo.parse(changed)).isInstanceOf(MalformedTorrentException.class);
        }
    }

    @Test
    void readsDamagedBytesAsNoOtherTorrentWithItsName() {
        Metainfo torrent = Contents.torrent("film.mp4", Contents.of(9 * BLOCK), FOUR_BLOCKS);
        byte[] bytes = torrent.bytes(TorrentForm.HYBRID, Framing.NONE);
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = bytes.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(Metainfo.parse(damaged).infohashV2()).isNotEqualTo(torrent.infohashV2());
            } catch (MalformedTorrentException malformed) {
                assertThat(malformed).hasMessageNotContaining("null");
            }
        }
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
