package dev.vireo.seeder.blockstore;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where objects become blocks. */
@Service
public class BlockImports {

    private final JdbcBlockRepository blocks;
    private final BlockStoreProperties properties;

    BlockImports(JdbcBlockRepository blocks, BlockStoreProperties properties) {
        this.blocks = blocks;
        this.properties = properties;
    }

    /** Begins an object of a video's version; an earlier beginning of the same object is over. */
    public ObjectImport begin(UUID videoId, int version, ObjectKey key) {
        return new ObjectImport(
                blocks,
                blocks.begin(videoId, version, key),
                properties.profile().rules());
    }

    /** The same of an object that belongs to the deployment, and is given out as long as that stands. */
    public ObjectImport begin(ObjectKey key) {
        return new ObjectImport(blocks, blocks.begin(key), properties.profile().rules());
    }

    /**
     * From the end of the transaction on its blocks are given out while its video is for everybody; false when somebody began
     * the object again.
     */
    public boolean complete(ObjectImport.Imported imported) {
        return blocks.complete(imported.objectNo(), imported.root());
    }

    /** An object that was imported to its end. */
    public Optional<ImportedEntry> find(ObjectKey key) {
        return blocks.entry(key);
    }

    /** Forgets all objects of a video. */
    public void removeAll(UUID videoId) {
        blocks.removeAll(videoId);
    }
}
