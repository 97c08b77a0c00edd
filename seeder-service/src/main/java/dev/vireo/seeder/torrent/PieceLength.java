package dev.vireo.seeder.torrent;

/**
 * Bytes of a piece: a power of two, at least one block.
 *
 * @param bytes how many
 */
public record PieceLength(int bytes) {

    /** Bytes of a block: what a peer asks for at once, and a leaf of the tree of version 2. */
    public static final int BLOCK = 16 * 1024;

    /** Larger ones make peers wait too long for what they can check. */
    public static final PieceLength LARGEST = new PieceLength(16 * 1024 * 1024);

    private static final int MOST_PIECES = 2000;

    public PieceLength {
        if (bytes < BLOCK || Integer.bitCount(bytes) != 1) {
            throw new IllegalArgumentException("Not the length of a piece: " + bytes);
        }
    }

    /** For a file of that size: some 1,000 to 2,000 pieces, as far as the bounds allow. */
    public static PieceLength of(long size) {
        int bytes = BLOCK;
        while (bytes < LARGEST.bytes() && size > (long) bytes * MOST_PIECES) {
            bytes *= 2;
        }
        return new PieceLength(bytes);
    }

    /** How many pieces a file of that size has. */
    public long pieces(long size) {
        return (size + bytes - 1) / bytes;
    }

    /** How many blocks a whole piece has. */
    int blocks() {
        return bytes / BLOCK;
    }
}
