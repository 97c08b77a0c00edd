package dev.vireo.seeder.torrent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The tree of version 2. Of each piece only its root is kept, so that memory grows by 32 bytes a piece. */
final class TreeHasher implements ByteSink {

    private final PieceLength length;
    private final MessageDigest digest = Digests.sha256();
    private final List<byte[]> blocks = new ArrayList<>();
    private final List<byte[]> pieces = new ArrayList<>();
    private int filled;

    TreeHasher(PieceLength length) {
        this.length = length;
    }

    @Override
    public void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (filled == 0 && blocks.size() == length.blocks()) {
                endPiece();
            }
            int part = Math.min(bytes.remaining(), PieceLength.BLOCK - filled);
            digest.update(bytes.slice(bytes.position(), part));
            bytes.position(bytes.position() + part);
            filled += part;
            if (filled == PieceLength.BLOCK) {
                endBlock();
            }
        }
    }

    /** Root of the file, and the layer of its pieces, which a file of one piece does not have. */
    Tree finish() {
        if (filled > 0) {
            endBlock();
        }
        if (pieces.isEmpty()) {
            return new Tree(BencodeString.of(MerkleTree.root(blocks)), BencodeString.of(new byte[0]));
        }
        endPiece();
        ByteArrayOutputStream layer = new ByteArrayOutputStream();
        pieces.forEach(layer::writeBytes);
        return new Tree(BencodeString.of(MerkleTree.layerRoot(pieces, length)), BencodeString.of(layer.toByteArray()));
    }

    record Tree(BencodeString root, BencodeString layer) {}

    private void endBlock() {
        blocks.add(digest.digest());
        filled = 0;
    }

    private void endPiece() {
        pieces.add(MerkleTree.pieceRoot(blocks, length));
        blocks.clear();
    }
}
