package dev.vireo.seeder.torrent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hashes of one file: all that its torrents need and cannot be made again without reading it.
 *
 * @param size bytes of the file
 * @param length of a piece
 * @param v1 SHA-1 of each piece, one after another
 * @param root of the file's tree
 * @param layer roots of the pieces, one after another; empty when the file has one piece only
 */
record FilePieces(long size, PieceLength length, BencodeString v1, BencodeString root, BencodeString layer) {

    FilePieces {
        if (size <= 0) {
            throw new MalformedTorrentException("An empty file has no torrent");
        }
        long pieces = length.pieces(size);
        require(v1.length() == pieces * Digests.SHA1_BYTES, "pieces do not fit the length");
        require(root.length() == Digests.SHA256_BYTES, "pieces root is no SHA-256");
        if (pieces == 1) {
            require(layer.length() == 0, "one piece has no layer");
        } else {
            require(layer.length() == pieces * Digests.SHA256_BYTES, "piece layer does not fit the length");
            require(
                    root.equals(BencodeString.of(MerkleTree.layerRoot(roots(layer), length))),
                    "piece layer is not of the root");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new MalformedTorrentException("Not hashes of a file: " + what);
        }
    }

    private static List<byte[]> roots(BencodeString layer) {
        byte[] bytes = layer.bytes();
        return IntStream.range(0, bytes.length / Digests.SHA256_BYTES)
                .mapToObj(piece ->
                        Arrays.copyOfRange(bytes, piece * Digests.SHA256_BYTES, (piece + 1) * Digests.SHA256_BYTES))
                .toList();
    }
}
