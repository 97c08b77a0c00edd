package dev.vireo.seeder.ipfsgateway;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.unixfs.BlockSink;
import dev.vireo.seeder.unixfs.DirectoryImporter;
import dev.vireo.seeder.unixfs.FileImporter;
import dev.vireo.seeder.unixfs.ImportProfile;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files and directories of a test, with all of their blocks. */
final class TestDag {
    /** Small leaves, so that small files have trees. */
    private static final ImportProfile PROFILE =
            new ImportProfile(1, 100, 4, true, ImportProfile.DirectoryMeasure.BLOCK);

    final List<Block> blocks = new ArrayList<>();

    ImportedEntry file(byte[] bytes) {
        FileImporter importer = new FileImporter(PROFILE, new BlockSink() {
            @Override
            public void leaf(Cid cid, long offset, int length) {
                blocks.add(new Block(cid, Arrays.copyOfRange(bytes, (int) offset, (int) offset + length)));
            }

            @Override
            public void node(Block node) {
                blocks.add(node);
            }
        });
        importer.accept(ByteBuffer.wrap(bytes));
        return importer.finish();
    }

    ImportedEntry directory(Map<String, ImportedEntry> entries) {
        return new DirectoryImporter(PROFILE, new BlockSink() {
                    @Override
                    public void leaf(Cid cid, long offset, int length) {
                        throw new IllegalStateException("A directory has no leaves");
                    }

                    @Override
                    public void node(Block node) {
                        blocks.add(node);
                    }
                })
                .directory(entries);
    }
}
