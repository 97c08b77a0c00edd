package dev.vireo.seeder.unixfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.MissingBlockException;
import dev.vireo.seeder.unixfs.DagWalk.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DagWalkTest {
    /** Ten bytes a leaf, three links a node: a film of 95 bytes has three levels above its leaves. */
    private static final ImportProfile SMALL = new ImportProfile(1, 10, 3, true, ImportProfile.DirectoryMeasure.BLOCK);

    private final Map<Cid, Block> stored = new HashMap<>();
    private final BlockSource source = cid -> Optional.ofNullable(stored.get(cid));
    private final ImportedEntry film = file(CidVectors.counted(95));
    private final ImportedEntry note = file(CidVectors.counted(5));
    private final ImportedEntry inner = directory(Map.of("film.mp4", film));
    private final ImportedEntry root = directory(Map.of("a", inner, "note", note));

    @Test
    void goesDepthFirstThroughEverything() {
        List<Block> all = walk(root.root(), Scope.ALL, ByteRange.WHOLE);
        assertThat(all.getFirst().cid()).isEqualTo(root.root());
        assertThat(all.get(1).cid()).isEqualTo(inner.root());
        assertThat(all.get(2).cid()).isEqualTo(film.root());
        assertThat(all.getLast().cid()).isEqualTo(note.root());
        assertThat(all).hasSize(1 + 1 + 1 + 2 + 4 + 10 + 1);
        assertThat(walk(root.root(), Scope.BLOCK, ByteRange.WHOLE)).hasSize(1);
        assertThat(walk(root.root(), Scope.ENTITY, ByteRange.WHOLE)).hasSize(1);
    }

    @Test
    void givesTheBytesOfARangeAndNoOtherLeaves() {
        for (long[] range : new long[][] {
            {0, 94},
            {0, 0},
            {9, 10},
            {30, 59},
            {94, 94},
            {0, ByteRange.END},
            {-1, ByteRange.END},
            {-95, -1},
            {-20, -11},
            {90, 5000},
            {95, 200},
            {-500, -94}
        }) {
            List<Block> blocks = walk(film.root(), Scope.ENTITY, new ByteRange(range[0], range[1]));
            long from = range[0] < 0 ? Math.max(0, 95 + range[0]) : range[0];
            long to = Math.min(94, range[1] < 0 ? 95 + range[1] : range[1]);
            long leaves = from > to ? 0 : to / 10 - from / 10 + 1;
            assertThat(blocks.stream().filter(block -> block.cid().codec() == Cid.RAW))
                    .as(Arrays.toString(range))
                    .hasSize((int) leaves);
            assertThat(blocks.getFirst().cid()).isEqualTo(film.root());
        }
    }

    @Test
    void saysWhatIsNotThere() {
        stored.remove(note.root());
        assertThatThrownBy(() -> walk(root.root(), Scope.ALL, ByteRange.WHOLE))
                .isInstanceOf(MissingBlockException.class)
                .hasMessageContaining(note.root().toString());
    }

    @Test
    void doesNotFollowWithoutEnd() {
        ImportedEntry deep = note;
        for (int depth = 0; depth < 70; depth++) {
            deep = directory(Map.of("a", deep));
        }
        Cid bottomless = deep.root();
        assertThatThrownBy(() -> walk(bottomless, Scope.ALL, ByteRange.WHOLE))
                .isInstanceOf(MalformedIpfsException.class);
    }

    @Test
    void pathsLeadThroughDirectories() {
        UnixFsPath path = new UnixFsPath(source);
        assertThat(path.follow(root.root(), List.of()).orElseThrow().end().cid())
                .isEqualTo(root.root());
        UnixFsPath.Found found =
                path.follow(root.root(), List.of("a", "film.mp4")).orElseThrow();
        assertThat(found.end().cid()).isEqualTo(film.root());
        assertThat(found.passed()).extracting(Block::cid).containsExactly(root.root(), inner.root());
        assertThat(path.follow(root.root(), List.of("b"))).isEmpty();
        assertThat(path.follow(root.root(), List.of("note", "below"))).isEmpty();
        assertThat(path.entries(
                        UnixFsNode.of(
                                Optional.ofNullable(stored.get(root.root())).orElseThrow()),
                        10))
                .extracting(DagLink::name)
                .containsExactly("a", "note");
    }

    @Test
    void pathsLeadThroughDividedDirectories() {
        Map<String, ImportedEntry> entries = new LinkedHashMap<>();
        for (int number = 0; number < 6000; number++) {
            entries.put("a name long enough, number " + number, note);
        }
        ImportedEntry large = directory(entries);
        UnixFsPath path = new UnixFsPath(source);
        for (String name : entries.keySet()) {
            assertThat(path.follow(large.root(), List.of(name))
                            .orElseThrow()
                            .end()
                            .cid())
                    .isEqualTo(note.root());
        }
        assertThat(path.follow(large.root(), List.of("another"))).isEmpty();
        UnixFsNode node =
                UnixFsNode.of(Optional.ofNullable(stored.get(large.root())).orElseThrow());
        assertThat(path.entries(node, 10_000)).hasSize(6000);
        assertThat(path.entries(node, 10)).hasSize(10);
        assertThat(walk(large.root(), Scope.ENTITY, ByteRange.WHOLE))
                .hasSizeGreaterThan(200)
                .noneMatch(block -> block.cid().equals(note.root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1", "5:4", "-1:-2", "*:1", "0:", "a:b", "99999999999999999999:*", "0:1:2"})
    void rangesHaveOneForm(String text) {
        assertThatThrownBy(() -> ByteRange.parse(text)).isInstanceOf(MalformedIpfsException.class);
    }

    @Test
    void rangesAreRead() {
        assertThat(ByteRange.parse("0:1023")).isEqualTo(new ByteRange(0, 1023));
        assertThat(ByteRange.parse("-1024:*")).isEqualTo(new ByteRange(-1024, ByteRange.END));
        assertThat(ByteRange.parse("5:-5")).isEqualTo(new ByteRange(5, -5));
    }

    private List<Block> walk(Cid from, Scope scope, ByteRange range) {
        DagWalk walk = new DagWalk(source, from, scope, range);
        List<Block> found = new ArrayList<>();
        for (Optional<DagWalk.Step> next = walk.next(); next.isPresent(); next = walk.next()) {
            found.add(next.get().block());
        }
        return found;
    }

    private ImportedEntry file(byte[] bytes) {
        MemoryBlocks blocks = new MemoryBlocks();
        ImportedEntry entry = CidVectors.imported(SMALL, bytes, blocks);
        blocks.leaves.forEach(leaf -> put(new Block(
                leaf.cid(), Arrays.copyOfRange(bytes, (int) leaf.offset(), (int) leaf.offset() + leaf.length()))));
        blocks.nodes.forEach(this::put);
        return entry;
    }

    private ImportedEntry directory(Map<String, ImportedEntry> entries) {
        MemoryBlocks blocks = new MemoryBlocks();
        ImportedEntry entry = new DirectoryImporter(SMALL, blocks).directory(entries);
        blocks.nodes.forEach(this::put);
        return entry;
    }

    private void put(Block block) {
        stored.put(block.cid(), block);
    }
}
