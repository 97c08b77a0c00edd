package dev.vireo.seeder.torrent;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Makes all hashes of a file in one pass over its bytes: pieces of version 1, the tree of version 2, the SHA-256 of the
 * whole, and whatever else joins. Memory does not grow with the file but for 52 bytes a piece. One file, one caller; half of
 * the work is done beside him.
 */
public final class TorrentHasher {

    private final PieceLength length;
    private final PieceHasher pieces;
    private final TreeHasher tree;
    private final MessageDigest whole = Digests.sha256();
    private final List<ByteSink> others;
    private final Executor beside;
    private long size;

    /**
     * Begins a pass.
     *
     * @param others more that want the same bytes
     * @param beside runs half of the work
     */
    public TorrentHasher(PieceLength length, List<? extends ByteSink> others, Executor beside) {
        this.length = length;
        this.pieces = new PieceHasher(length);
        this.tree = new TreeHasher(length);
        this.others = List.copyOf(others);
        this.beside = beside;
    }

    /** Takes what remains in the buffer; the next bytes of the file. Fails as whoever joined does. */
    public void update(ByteBuffer bytes) {
        size += bytes.remaining();
        CompletableFuture<Void> half = CompletableFuture.runAsync(() -> besides(bytes.duplicate()), beside);
        pieces.accept(bytes.duplicate());
        tree.accept(bytes.duplicate());
        try {
            half.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
        bytes.position(bytes.limit());
    }

    private void besides(ByteBuffer bytes) {
        whole.update(bytes.duplicate());
        others.forEach(other -> other.accept(bytes.duplicate()));
    }

    /** How many bytes came so far. */
    public long size() {
        return size;
    }

    /**
     * What a pass found.
     *
     * @param torrent the file's torrent
     * @param sha256 of the whole file
     */
    public record Hashed(Metainfo torrent, byte[] sha256) {}

    /** Ends the pass over the file of that name; an empty file has no torrent. */
    public Hashed finish(String name) {
        TreeHasher.Tree found = tree.finish();
        FilePieces file = new FilePieces(size, length, pieces.finish(), found.root(), found.layer());
        return new Hashed(Metainfo.of(name, file), whole.digest());
    }
}
