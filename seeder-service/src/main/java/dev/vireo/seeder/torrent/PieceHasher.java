package dev.vireo.seeder.torrent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** SHA-1 of each piece. */
final class PieceHasher implements ByteSink {

    private final int length;
    private final MessageDigest digest = Digests.sha1();
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    private int filled;

    PieceHasher(PieceLength length) {
        this.length = length.bytes();
    }

    @Override
    public void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int part = Math.min(bytes.remaining(), length - filled);
            digest.update(bytes.slice(bytes.position(), part));
            bytes.position(bytes.position() + part);
            filled += part;
            if (filled == length) {
                end();
            }
        }
    }

    BencodeString finish() {
        if (filled > 0) {
            end();
        }
        return BencodeString.of(pieces.toByteArray());
    }

    private void end() {
        pieces.writeBytes(digest.digest());
        filled = 0;
    }
}
