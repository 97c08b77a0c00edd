package dev.vireo.seeder.torrent;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a file's tree from that of its pieces up, of which peers ask for parts when they have no
 * {@code .torrent} (BEP 52). Layers below, of blocks, are not kept: to answer for them, the piece would have to be read.
 */
public final class PieceTree {

    private static final int HASH = Digests.SHA256_BYTES;

    private final int lowest;
    /** Each whole, with what stands for pieces that are missing to a power of two; the root is not among them. */
    private final List<byte[]> layers = new ArrayList<>();

    /** The tree of a torrent. */
    public PieceTree(Metainfo torrent) {
        this.lowest = Integer.numberOfTrailingZeros(torrent.pieceLength().blocks());
        byte[] layer = padded(torrent.layer(), MerkleTree.zero(lowest));
        while (layer.length > HASH) {
            layers.add(layer);
            layer = above(layer);
        }
    }

    /**
     * Neighbouring hashes, then the uncles with which the receiver comes from them to the root: one of each further layer
     * up to the asked one. Empty when there are no such hashes here.
     *
     * @param base the layer, counted from that of the blocks
     * @param index of the first, a multiple of {@code length}
     * @param length how many, a power of two and at least two
     * @param proofs of how many layers above the base uncles are wanted
     */
    public Optional<byte[]> hashes(int base, int index, int length, int proofs) {
        int layer = base - lowest;
        boolean here = layer >= 0 && layer < layers.size() && proofs >= 0 && proofs < layers.size() - layer;
        if (!here || !isPlace(index, length)) {
            return Optional.empty();
        }
        byte[] hashes = layers.get(layer);
        if (((long) index + length) * HASH > hashes.length) {
            return Optional.empty();
        }
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        found.write(hashes, index * HASH, length * HASH);
        // Below that height the receiver computes all by itself.
        int covered = Integer.numberOfTrailingZeros(length);
        for (int height = covered; height <= proofs; height++) {
            int uncle = (index >> height) ^ 1;
            found.write(layers.get(layer + height), uncle * HASH, HASH);
        }
        return Optional.of(found.toByteArray());
    }

    private static boolean isPlace(int index, int length) {
        return length >= 2 && Integer.bitCount(length) == 1 && index >= 0 && index % length == 0;
    }

    private static byte[] padded(byte[] layer, byte[] pad) {
        int hashes = layer.length / HASH;
        int width = hashes <= 1 ? hashes : Integer.highestOneBit(hashes - 1) * 2;
        byte[] whole = Arrays.copyOf(layer, width * HASH);
        for (int missing = hashes; missing < width; missing++) {
            System.arraycopy(pad, 0, whole, missing * HASH, HASH);
        }
        return whole;
    }

    private static byte[] above(byte[] layer) {
        MessageDigest digest = Digests.sha256();
        byte[] above = new byte[layer.length / 2];
        for (int pair = 0; pair < above.length; pair += HASH) {
            digest.update(layer, 2 * pair, 2 * HASH);
            System.arraycopy(digest.digest(), 0, above, pair, HASH);
        }
        return above;
    }
}
