package dev.vireo.seeder.wire;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Some neighbouring hashes of a file's tree, as peers ask for them (BEP 52).
 *
 * @param root 32 bytes that name the tree
 * @param base the layer, counted from that of the blocks
 * @param index of the first
 * @param length how many
 * @param proofs layers above the base for whose hashes the peer wants what it needs
 */
public record HashRange(byte[] root, int base, int index, int length, int proofs) {

    static final int ROOT_BYTES = 32;

    @Override
    public boolean equals(Object other) {
        return other instanceof HashRange range
                && Arrays.equals(root, range.root)
                && base == range.base
                && index == range.index
                && length == range.length
                && proofs == range.proofs;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root) * 31 + index;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(root) + " layer " + base + " at " + index + " for " + length;
    }
}
