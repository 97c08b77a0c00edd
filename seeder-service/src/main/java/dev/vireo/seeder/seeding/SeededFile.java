package dev.vireo.seeder.seeding;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.torrent.InfohashV1;
import dev.vireo.seeder.torrent.InfohashV2;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file whose torrents exist.
 *
 * @param v1 names the hybrid torrent in version 1
 * @param v2 names the hybrid torrent in version 2
 * @param v1Only names the torrent of version 1 alone
 * @param cid names the file in IPFS; null for one that was hashed before there was one
 */
public record SeededFile(
        PublishedFile file,
        PieceLength pieceLength,
        InfohashV1 v1,
        InfohashV2 v2,
        InfohashV1 v1Only,
        @Nullable Cid cid) {

    static SeededFile of(PublishedFile file, Metainfo torrent, Cid cid) {
        return new SeededFile(
                file, torrent.pieceLength(), torrent.infohashV1(), torrent.infohashV2(), torrent.infohashV1Only(), cid);
    }

    /** By which peers ask for one of its torrents. */
    public List<TrackedHash> hashes(TorrentForm form) {
        return form == TorrentForm.V1
                ? List.of(TrackedHash.of(v1Only))
                : List.of(TrackedHash.of(v1), TrackedHash.of(v2));
    }
}
