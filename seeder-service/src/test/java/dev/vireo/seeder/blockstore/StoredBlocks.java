package dev.vireo.seeder.blockstore;

import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts blocks into the running service's store, as if they belonged to the deployment. */
public final class StoredBlocks {
    private StoredBlocks() {}

    public static void store(Cid root, List<Block> blocks) {
        JdbcBlockRepository repository = RunningService.get().bean(JdbcBlockRepository.class);
        long object = RunningService.get()
                .bean(JdbcClient.class)
                .sql("insert into ipfs_object (version, key) values (0, ?) returning object_no")
                .param("test/" + UUID.randomUUID())
                .query(Long.class)
                .single();
        repository.add(object, List.of(), blocks);
        repository.complete(object, new ImportedEntry(root, 0));
    }
}
