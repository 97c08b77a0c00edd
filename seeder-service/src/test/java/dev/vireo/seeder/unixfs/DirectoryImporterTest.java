package dev.vireo.seeder.unixfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.DagNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DirectoryImporterTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz01234567890-_";

    @Test
    void anEmptyOneHasItsKnownCid() {
        assertThat(directory(ImportProfile.UNIXFS_V1_2025, Map.of()).root())
                .hasToString("bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354");
        assertThat(directory(ImportProfile.UNIXFS_V0_2015, Map.of()).root())
                .hasToString("QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn");
    }

    @Test
    void treesHaveTheCidsOfOtherImporters() throws Exception {
        for (JsonNode tree : CidVectors.read().map(all -> all.get("trees")).stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            for (String name : CidVectors.names()) {
                JsonNode expected = tree.get(name);
                assertThat(imported(tree, CidVectors.profile(name), expected).root())
                        .hasToString(expected.get("cid").asString());
            }
        }
    }

    @Test
    void largeOnesAreDividedAsKuboDividesThem() throws Exception {
        for (JsonNode vector : CidVectors.read().map(all -> all.get("kuboGroundTruth")).stream()
                .flatMap(JsonNode::valueStream)
                .filter(vector -> vector.has("dir"))
                .toList()) {
            ImportProfile profile = CidVectors.profile(vector.get("profile").asString());
            JsonNode told = vector.get("dir");
            CidVectors.Stream stream = new CidVectors.Stream(told.get("seed").asString());
            Map<String, ImportedEntry> entries = new HashMap<>();
            int count = told.get("n").asInt();
            byte[] content = told.get("content").asString().getBytes(StandardCharsets.UTF_8);
            for (int number = 0; number < count; number++) {
                int letters = told.get(number == count - 1 ? "lastNameLen" : "nameLen")
                        .asInt();
                entries.put(name(stream, letters), CidVectors.imported(profile, content, new MemoryBlocks()));
            }
            MemoryBlocks blocks = new MemoryBlocks();
            ImportedEntry root = new DirectoryImporter(profile, blocks).directory(entries);
            assertThat(root.root()).hasToString(vector.get("expectedByKubo").asString());
        }
    }

    @Test
    void namesThatMeetGoDeeper() {
        Map<String, ImportedEntry> entries = new HashMap<>();
        ImportedEntry leaf = CidVectors.imported(ImportProfile.UNIXFS_V1_2025, new byte[1], new MemoryBlocks());
        for (int number = 0; number < 6000; number++) {
            entries.put("a file with a long name, number " + number, leaf);
        }
        MemoryBlocks blocks = new MemoryBlocks();
        ImportedEntry root = new DirectoryImporter(ImportProfile.UNIXFS_V1_2025, blocks).directory(entries);
        Map<Cid, byte[]> all = new HashMap<>();
        blocks.nodes.forEach(block -> all.put(block.cid(), block.bytes()));
        TreeMap<String, Cid> found = new TreeMap<>();
        collect(root.root(), all, found);
        assertThat(found.keySet()).isEqualTo(new TreeMap<>(entries).keySet());
    }

    private static void collect(Cid shard, Map<Cid, byte[]> all, Map<String, Cid> found) {
        DagNode node = DagNode.decode(Objects.requireNonNull(all.get(shard)));
        UnixFsData data = UnixFsData.decode(node.data());
        assertThat(data.type()).isEqualTo(UnixFsType.HAMT_SHARD);
        assertThat(data.fanout()).isEqualTo(256);
        for (DagLink link : node.links()) {
            if (link.name().length() == 2) {
                collect(link.cid(), all, found);
            } else {
                found.put(link.name().substring(2), link.cid());
            }
        }
    }

    private static ImportedEntry imported(JsonNode tree, ImportProfile profile, JsonNode expected) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (JsonNode file : tree.get("files")) {
            String[] path = file.get("path").asString().split("/", -1);
            Map<String, Object> at = root;
            for (int depth = 0; depth < path.length - 1; depth++) {
                at = below(at, path[depth]);
            }
            byte[] bytes = file.has("text")
                    ? file.get("text").asString().getBytes(StandardCharsets.UTF_8)
                    : CidVectors.counted(file.get("size").asInt());
            ImportedEntry entry = CidVectors.imported(profile, bytes, new MemoryBlocks());
            assertThat(entry.root())
                    .hasToString(expected.get("entries")
                            .get(file.get("path").asString())
                            .asString());
            at.put(path[path.length - 1], entry);
        }
        return folder(below(root, expected.get("rootPath").asString()), profile);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> below(Map<String, Object> at, String name) {
        return (Map<String, Object>) at.computeIfAbsent(name, none -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static ImportedEntry folder(Map<String, Object> entries, ImportProfile profile) {
        Map<String, ImportedEntry> made = new HashMap<>();
        entries.forEach((name, entry) -> made.put(
                name, entry instanceof ImportedEntry file ? file : folder((Map<String, Object>) entry, profile)));
        return directory(profile, made);
    }

    private static ImportedEntry directory(ImportProfile profile, Map<String, ImportedEntry> entries) {
        return new DirectoryImporter(profile, new MemoryBlocks()).directory(entries);
    }

    private static String name(CidVectors.Stream stream, int letters) {
        StringBuilder name = new StringBuilder();
        for (byte each : stream.next(letters)) {
            name.append(LETTERS.charAt((each & 0xff) % LETTERS.length()));
        }
        return name.toString();
    }
}
