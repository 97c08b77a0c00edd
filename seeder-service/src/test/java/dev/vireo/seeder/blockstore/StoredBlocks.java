package dev.vireo.seeder.blockstore;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.util.List;
import java.util.UUID;

/** Puts blocks into the running service's store, as if they belonged to the deployment. */
public final class StoredBlocks {
    private StoredBlocks() {}

    public static void store(Cid root, List<Block> blocks) {
        JdbcBlockRepository repository = RunningService.get().bean(JdbcBlockRepository.class);
        long object = repository.begin(new ObjectKey("test/" + UUID.randomUUID()));
        repository.add(object, List.of(), blocks);
        repository.complete(object, new ImportedEntry(root, 0));
    }
}
