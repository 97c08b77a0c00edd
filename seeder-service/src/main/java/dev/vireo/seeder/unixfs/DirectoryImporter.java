package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.DagNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a directory's blocks: one node with its links in the order of their names, or a tree of shards when that is too large. */
public final class DirectoryImporter {

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final ImportProfile profile;
    private final BlockSink blocks;

    /** Directories' blocks go to the sink. */
    public DirectoryImporter(ImportProfile profile, BlockSink blocks) {
        this.profile = profile;
        this.blocks = blocks;
    }

    /** A directory of what the names lead to. */
    public ImportedEntry directory(Map<String, ImportedEntry> entries) {
        TreeMap<String, ImportedEntry> sorted = new TreeMap<>(BY_BYTES);
        sorted.putAll(entries);
        List<DagLink> links = new ArrayList<>(sorted.size());
        sorted.forEach((name, entry) -> links.add(new DagLink(name, entry.root(), entry.size())));
        DagNode node = new DagNode(links, UnixFsData.directory().encode());
        if (measured(node) > ImportProfile.LARGEST_DIRECTORY) {
            return new HamtImporter(profile, blocks).directory(links);
        }
        return profile.store(node, blocks);
    }

    private long measured(DagNode node) {
        return switch (profile.measure()) {
            case BLOCK -> node.encode().length;
            case LINKS ->
                node.links().stream()
                        .mapToLong(link -> link.name().getBytes(StandardCharsets.UTF_8).length
                                + link.cid().bytes().length)
                        .sum();
        };
    }
}
