package dev.vireo.seeder.blockstore;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.torrent.ByteSink;
import dev.vireo.seeder.unixfs.BlockSink;
import dev.vireo.seeder.unixfs.DirectoryImporter;
import dev.vireo.seeder.unixfs.FileImporter;
import dev.vireo.seeder.unixfs.ImportProfile;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The blocks of one object, written down while its bytes go by. Nothing of them is given out before {@link BlockImports#complete}.
 * Memory is that of one batch.
 */
public final class ObjectImport implements ByteSink, BlockSink {

    private static final int BATCH = 500;

    private final JdbcBlockRepository blocks;
    private final long objectNo;
    private final ImportProfile profile;
    private final boolean writes;
    private final FileImporter importer;
    private final List<JdbcBlockRepository.Leaf> leaves = new ArrayList<>();
    private final List<Block> nodes = new ArrayList<>();

    ObjectImport(JdbcBlockRepository blocks, long objectNo, ImportProfile profile, boolean writes) {
        this.blocks = blocks;
        this.objectNo = objectNo;
        this.profile = profile;
        this.writes = writes;
        this.importer = new FileImporter(profile, this);
    }

    /**
     * An object whose blocks are all written down.
     *
     * @param root of it
     */
    public record Imported(long objectNo, ImportedEntry root) {}

    @Override
    public void accept(ByteBuffer bytes) {
        importer.accept(bytes);
    }

    @Override
    public void leaf(Cid cid, long offset, int length) {
        leaves.add(new JdbcBlockRepository.Leaf(cid.hash(), offset, length, cid.codec() == Cid.DAG_PB));
        writeWhenFull();
    }

    @Override
    public void node(Block node) {
        nodes.add(node);
        writeWhenFull();
    }

    /** All bytes have come. */
    public Imported finish() {
        ImportedEntry root = importer.finish();
        write();
        return new Imported(objectNo, root);
    }

    /** A directory of these names, instead of bytes. */
    public Imported directory(Map<String, ImportedEntry> entries) {
        ImportedEntry root = new DirectoryImporter(profile, this).directory(entries);
        write();
        return new Imported(objectNo, root);
    }

    private void writeWhenFull() {
        if (leaves.size() + nodes.size() >= BATCH) {
            write();
        }
    }

    private void write() {
        if (writes) {
            blocks.add(objectNo, leaves, nodes);
        }
        leaves.clear();
        nodes.clear();
    }
}
