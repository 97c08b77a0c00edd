package dev.vireo.seeder.blockstore;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.unixfs.ImportProfile;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.util.Map;
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

    /**
     * Begins an object of a version; an earlier beginning of the same object is over. Empty when the version is not wanted any
     * more. When the object was read to its end before, what is found out is compared with that.
     */
    public Optional<ObjectImport> begin(UUID videoId, int version, ObjectKey key) {
        Optional<Long> begun = blocks.begin(videoId, version, key);
        return begun.isPresent()
                ? begun.map(objectNo -> new ObjectImport(blocks, objectNo, rules(), true))
                : blocks.whole(key).map(objectNo -> new ObjectImport(blocks, objectNo, rules(), false));
    }

    /** Makes a directory of these names in the present transaction, in the place of the one before. */
    public ImportedEntry directory(UUID videoId, int version, ObjectKey key, Map<String, ImportedEntry> entries) {
        ObjectImport directory = new ObjectImport(blocks, blocks.beginAgain(videoId, version, key), rules(), true);
        ObjectImport.Imported made = directory.directory(entries);
        complete(made);
        return made.root();
    }

    private ImportProfile rules() {
        return properties.profile().rules();
    }

    /**
     * From the end of the transaction on its blocks are given out while its video is for everybody; false when somebody began
     * the object again, or it was another before.
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
