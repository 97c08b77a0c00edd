package dev.vireo.seeder.unixfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of a gibibyte, whose trees just fit and just do not fit below one node; they take longer than a test should. */
final class CidVectorsIT {
    private static final int GIBI = 1024 * 1024 * 1024;
    private static final int PART = 1 << 20;

    @Test
    void largeFilesHaveTheCidsThatKuboAsserts() throws Exception {
        List<JsonNode> large = CidVectors.read().map(all -> all.get("kuboGroundTruth")).stream()
                .flatMap(JsonNode::valueStream)
                .filter(vector -> vector.path("size").asLong(0) >= GIBI)
                .toList();
        if (large.isEmpty()) {
            return;
        }
        MemoryBlocks blocks = new MemoryBlocks();
        FileImporter fits = new FileImporter(ImportProfile.UNIXFS_V1_2025, new MemoryBlocks());
        FileImporter exceeds = new FileImporter(ImportProfile.UNIXFS_V1_2025, blocks);
        CidVectors.Stream stream =
                new CidVectors.Stream(large.getFirst().get("seed").asString());
        for (int part = 0; part < GIBI / PART; part++) {
            ByteBuffer bytes = ByteBuffer.wrap(stream.next(PART));
            fits.accept(bytes.duplicate());
            exceeds.accept(bytes);
        }
        exceeds.accept(ByteBuffer.wrap(stream.next(1)));
        assertThat(fits.finish().root())
                .hasToString(large.getFirst().get("expectedByKubo").asString());
        assertThat(exceeds.finish().root())
                .hasToString(large.getLast().get("expectedByKubo").asString());
        assertThat(blocks.nodes).hasSize(3);
    }
}
