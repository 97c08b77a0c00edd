package dev.vireo.seeder.torrent;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** Files of tests: bytes that look like chance and are the same each time. */
public final class Contents {
    private Contents() {}

    public static byte[] of(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    public static Metainfo torrent(String name, byte[] bytes, PieceLength length) {
        return hash(name, bytes, length, 1 << 20).torrent();
    }

    /** In parts of that size. */
    static TorrentHasher.Hashed hash(String name, byte[] bytes, PieceLength length, int part) {
        TorrentHasher hasher = new TorrentHasher(length, List.of(), Runnable::run);
        for (int from = 0; from < bytes.length; from += part) {
            hasher.update(ByteBuffer.wrap(bytes, from, Math.min(part, bytes.length - from)));
        }
        return hasher.finish(name);
    }
}
