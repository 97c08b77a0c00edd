package dev.vireo.seeder.torrent;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Binary trees of SHA-256 (BEP 52); leaves that are missing to a power of two are hashes of zeros. */
final class MerkleTree {

    private MerkleTree() {}

    /** Root over leaves of blocks, with as many of them as the next power of two. */
    static byte[] root(List<byte[]> leaves) {
        return root(leaves, powerOfTwo(leaves.size()), zero(0));
    }

    /** Root of one whole piece; its last blocks may be missing. */
    static byte[] pieceRoot(List<byte[]> blocks, PieceLength length) {
        return root(blocks, length.blocks(), zero(0));
    }

    /** Root of a file by the roots of its pieces. */
    static byte[] layerRoot(List<byte[]> pieces, PieceLength length) {
        return root(pieces, powerOfTwo(pieces.size()), zero(Integer.numberOfTrailingZeros(length.blocks())));
    }

    /** Root of a tree of that height without any block. */
    static byte[] zero(int height) {
        byte[] root = new byte[Digests.SHA256_BYTES];
        MessageDigest digest = Digests.sha256();
        for (int level = 0; level < height; level++) {
            digest.update(root);
            root = digest.digest(root);
        }
        return root;
    }

    private static byte[] root(List<byte[]> leaves, int width, byte[] padding) {
        MessageDigest digest = Digests.sha256();
        List<byte[]> layer = leaves;
        byte[] pad = padding;
        for (int wide = width; wide > 1; wide /= 2) {
            List<byte[]> above = new ArrayList<>((layer.size() + 1) / 2);
            for (int left = 0; left < layer.size(); left += 2) {
                digest.update(layer.get(left));
                above.add(digest.digest(left + 1 < layer.size() ? layer.get(left + 1) : pad));
            }
            digest.update(pad);
            pad = digest.digest(pad);
            layer = above;
        }
        return layer.isEmpty() ? pad : layer.getFirst();
    }

    private static int powerOfTwo(int leaves) {
        return leaves <= 1 ? 1 : Integer.highestOneBit(leaves - 1) * 2;
    }
}
