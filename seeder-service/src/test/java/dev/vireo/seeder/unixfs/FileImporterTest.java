package dev.vireo.seeder.unixfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class FileImporterTest {
    private static final int MEBI = 1024 * 1024;
    private static final long LARGE = 100L * MEBI;

    @Test
    void hasTheCidsOfOtherImporters() {
        assertThat(root(ImportProfile.UNIXFS_V1_2025, 0))
                .isEqualTo("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
        assertThat(root(ImportProfile.UNIXFS_V0_2015, 0)).isEqualTo("QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH");
        assertThat(root(ImportProfile.UNIXFS_V1_2025, MEBI + 1))
                .isEqualTo("bafybeiaqfhzf4fft5arkdimw7quirxuglvotfah44yawdjg6zujvn6lidu");
        assertThat(root(ImportProfile.UNIXFS_V1_2025, 45_613_057))
                .isEqualTo("bafybeib73cpidbr4wedb4tlvakpcg5nlzvdhzhkijr2shoivxdj3g46xs4");
    }

    @Test
    void hasThoseOfAllVectors() throws Exception {
        for (JsonNode file : CidVectors.read().map(all -> all.get("files")).stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            byte[] bytes = CidVectors.counted(file.get("size").asInt());
            for (String name : CidVectors.names()) {
                MemoryBlocks blocks = new MemoryBlocks();
                ImportedEntry entry = CidVectors.imported(CidVectors.profile(name), bytes, blocks);
                JsonNode expected = file.get(name);
                assertThat(entry.root()).hasToString(expected.get("cid").asString());
                assertThat(entry.size()).isEqualTo(expected.get("tsize").asLong());
                assertThat(blocks.leaves.size() + blocks.nodes.size())
                        .isEqualTo(expected.get("blocks").asInt());
            }
        }
    }

    @Test
    void hasThoseThatKuboAsserts() throws Exception {
        for (JsonNode file : CidVectors.read().map(all -> all.get("kuboGroundTruth")).stream()
                .flatMap(JsonNode::valueStream)
                .filter(vector -> vector.path("size").asLong(Long.MAX_VALUE) < LARGE)
                .toList()) {
            ImportProfile profile = CidVectors.profile(file.get("profile").asString());
            FileImporter importer = new FileImporter(profile, new CountingBlocks());
            ImportedEntry entry = new CidVectors.Stream(file.get("seed").asString())
                    .into(importer, file.get("size").asLong());
            assertThat(entry.root()).hasToString(file.get("expectedByKubo").asString());
        }
    }

    @Test
    void partsOfAnySizeMakeTheSameBlocks() {
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            byte[] bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            ImportProfile small = new ImportProfile(
                    round % 2,
                    1 + random.nextInt(40),
                    2 + random.nextInt(4),
                    round % 2 == 1,
                    ImportProfile.DirectoryMeasure.BLOCK);
            ImportedEntry whole = CidVectors.imported(small, bytes, new CountingBlocks());
            FileImporter importer = new FileImporter(small, new CountingBlocks());
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(1 + random.nextInt(300), bytes.length - at);
                importer.accept(ByteBuffer.wrap(bytes, at, count));
                at += count;
            }
            assertThat(importer.finish()).isEqualTo(whole);
        }
    }

    /** Whatever the tree, walking it gives the file again, each leaf equally deep, and sizes are right. */
    @Test
    void theTreeIsTheFile() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            ImportProfile small = new ImportProfile(
                    1, 1 + random.nextInt(40), 2 + random.nextInt(4), true, ImportProfile.DirectoryMeasure.BLOCK);
            MemoryBlocks blocks = new MemoryBlocks();
            ImportedEntry entry = CidVectors.imported(small, bytes, blocks);
            Map<Cid, byte[]> all = new HashMap<>();
            blocks.nodes.forEach(node -> all.put(node.cid(), node.bytes()));
            blocks.leaves.forEach(leaf -> all.put(
                    leaf.cid(),
                    java.util.Arrays.copyOfRange(bytes, (int) leaf.offset(), (int) leaf.offset() + leaf.length())));
            all.forEach(
                    (cid, block) -> assertThat(new Block(cid, block).isWhole()).isTrue());
            List<Integer> depths = new ArrayList<>();
            ByteBuffer read = ByteBuffer.allocate(bytes.length);
            walk(entry.root(), all, read, 0, depths);
            assertThat(HexFormat.of().formatHex(read.array()))
                    .isEqualTo(HexFormat.of().formatHex(bytes));
            assertThat(depths).containsOnly(depths.getFirst());
        }
    }

    private static long walk(Cid cid, Map<Cid, byte[]> all, ByteBuffer read, int depth, List<Integer> depths) {
        byte[] block = Objects.requireNonNull(all.get(cid));
        if (cid.codec() == Cid.RAW) {
            read.put(block);
            depths.add(depth);
            return block.length;
        }
        DagNode node = DagNode.decode(block);
        UnixFsData data = UnixFsData.decode(node.data());
        long sum = 0;
        for (int at = 0; at < node.links().size(); at++) {
            long part = walk(node.links().get(at).cid(), all, read, depth + 1, depths);
            assertThat(data.parts().get(at)).isEqualTo(part);
            sum += part;
        }
        assertThat(data.size()).isEqualTo(sum);
        return sum;
    }

    private static String root(ImportProfile profile, int size) {
        return CidVectors.imported(profile, CidVectors.counted(size), new CountingBlocks())
                .root()
                .toString();
    }

    /** Keeps nothing. */
    private static final class CountingBlocks implements BlockSink {
        @Override
        public void leaf(Cid cid, long offset, int length) {}

        @Override
        public void node(Block node) {}
    }
}
