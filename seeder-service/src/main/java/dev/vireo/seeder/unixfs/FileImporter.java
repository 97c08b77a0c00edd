package dev.vireo.seeder.unixfs;

import com.google.protobuf.ByteString;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.DagNode;
import dev.vireo.seeder.ipfs.Multihash;
import dev.vireo.seeder.torrent.ByteSink;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a file's blocks in one pass over its bytes: leaves of one size, and above them a balanced tree in which all leaves
 * are equally deep. Memory grows by one node a level, not with the file. One file, one thread.
 */
public final class FileImporter implements ByteSink {

    private final ImportProfile profile;
    private final BlockSink blocks;
    private final List<List<Part>> levels = new ArrayList<>();
    private final MessageDigest digest = Multihash.digester("SHA-256");
    /** Of a leaf that is wrapped: how long it is stands before its bytes. */
    private final byte[] wrapped;

    private long size;
    private int filled;

    /** Begins a file; its blocks go to the sink. */
    public FileImporter(ImportProfile profile, BlockSink blocks) {
        this.profile = profile;
        this.blocks = blocks;
        this.wrapped = new byte[profile.rawLeaves() ? 0 : profile.leaf()];
    }

    /** A part of the file: how it is linked to, and how many of the file's bytes it has. */
    private record Part(Cid cid, long totalSize, long fileSize) {}

    @Override
    public void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int room = Math.min(profile.leaf() - filled, bytes.remaining());
            ByteBuffer next = bytes.slice(bytes.position(), room);
            bytes.position(bytes.position() + room);
            if (profile.rawLeaves()) {
                digest.update(next);
            } else {
                next.get(wrapped, filled, room);
            }
            filled += room;
            size += room;
            if (filled == profile.leaf()) {
                leaf();
            }
        }
    }

    /** Ends the file. */
    public ImportedEntry finish() {
        if (filled > 0 || size == 0) {
            leaf();
        }
        int level = 0;
        while (level < levels.size() - 1 || levels.get(level).size() > 1) {
            if (!levels.get(level).isEmpty()) {
                join(level);
            }
            level++;
        }
        Part root = levels.get(level).getFirst();
        return new ImportedEntry(root.cid, root.totalSize);
    }

    private void leaf() {
        Part part = profile.rawLeaves() ? rawLeaf() : wrappedLeaf();
        blocks.leaf(part.cid, size - filled, filled);
        filled = 0;
        add(0, part);
    }

    private Part rawLeaf() {
        return new Part(Cid.raw(Multihash.ofSha256(digest.digest())), filled, filled);
    }

    private Part wrappedLeaf() {
        byte[] bytes = wrap(ByteString.copyFrom(wrapped, 0, filled));
        return new Part(profile.node(bytes), bytes.length, filled);
    }

    /** The node that bytes of a file are when leaves are not raw. */
    public static byte[] wrap(ByteString bytes) {
        return new DagNode(
                        List.of(),
                        UnixFsData.file(bytes, bytes.size(), List.of()).encode())
                .encode();
    }

    private void add(int level, Part part) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Part> parts = levels.get(level);
        if (parts.size() == profile.links()) {
            join(level);
        }
        parts.add(part);
    }

    /** Makes a node of all that waits at a level. */
    private void join(int level) {
        List<Part> parts = levels.get(level);
        List<DagLink> links = parts.stream()
                .map(part -> new DagLink("", part.cid, part.totalSize))
                .toList();
        List<Long> sizes = parts.stream().map(Part::fileSize).toList();
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        DagNode node =
                new DagNode(links, UnixFsData.file(ByteString.EMPTY, all, sizes).encode());
        ImportedEntry stored = profile.store(node, blocks);
        parts.clear();
        add(level + 1, new Part(stored.root(), stored.size(), all));
    }
}
