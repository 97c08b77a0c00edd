package dev.vireo.seeder.swarm;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.seeding.SeededVideos.SwarmFile;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.PieceTree;
import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.wire.HashRange;
import dev.vireo.seeder.wire.PieceBlock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A torrent that a peer is here for, with all that is told of it without reading its file. */
final class SeededTorrent {

    /** What clients ask for at the most; twice the common block would do. */
    private static final int LONGEST_BLOCK = 128 * 1024;

    private final TrackedHash hash;
    private final InstanceId instance;
    private final ObjectKey key;
    private final TorrentForm form;
    private final Metainfo torrent;
    private final byte[] info;
    private final int pieces;
    private @Nullable PieceTree tree;

    SeededTorrent(TrackedHash hash, SwarmFile file) {
        this.hash = hash;
        this.instance = file.video().instance();
        this.key = file.key();
        this.form = file.form();
        this.torrent = file.torrent();
        this.info = torrent.info(form);
        this.pieces = Math.toIntExact(torrent.pieceLength().pieces(torrent.size()));
    }

    TrackedHash hash() {
        return hash;
    }

    InstanceId instance() {
        return instance;
    }

    ObjectKey key() {
        return key;
    }

    long size() {
        return torrent.size();
    }

    int pieces() {
        return pieces;
    }

    /** One bit of each piece, all of them set. */
    byte[] bits() {
        byte[] bits = new byte[(pieces + Byte.SIZE - 1) / Byte.SIZE];
        Arrays.fill(bits, (byte) 0xff);
        bits[bits.length - 1] = (byte) (0xff << (bits.length * Byte.SIZE - pieces));
        return bits;
    }

    /** True when its hash is of version 2 as well. */
    boolean v2() {
        return form == TorrentForm.HYBRID;
    }

    /** The info dictionary; not to be changed. */
    byte[] info() {
        return info;
    }

    /** Where a block begins in the file; empty when there is no such block. */
    Optional<Long> offset(PieceBlock block) {
        if (block.piece() < 0 || block.piece() >= pieces || block.begin() < 0) {
            return Optional.empty();
        }
        long start = (long) block.piece() * torrent.pieceLength().bytes();
        long left = Math.min(torrent.pieceLength().bytes(), torrent.size() - start) - block.begin();
        return block.length() > 0 && block.length() <= LONGEST_BLOCK && block.length() <= left
                ? Optional.of(start + block.begin())
                : Optional.empty();
    }

    /** Hashes of the tree; empty when there are no such ones here. */
    Optional<byte[]> hashes(HashRange range) {
        if (!v2() || !Arrays.equals(range.root(), torrent.root())) {
            return Optional.empty();
        }
        return tree().hashes(range.base(), range.index(), range.length(), range.proofs());
    }

    /** Most peers have the layer from their {@code .torrent}: it is made when one has not. */
    private synchronized PieceTree tree() {
        if (tree == null) {
            tree = new PieceTree(torrent);
        }
        return tree;
    }
}
