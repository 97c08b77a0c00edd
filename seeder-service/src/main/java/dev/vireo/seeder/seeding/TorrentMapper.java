package dev.vireo.seeder.seeding;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.seeding.v1.TorrentSet;
import dev.vireo.contracts.swarm.v1.SeedingState;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.seeder.ipfs.Cid;
import java.util.List;
import java.util.Optional;

/** Torrents as messages. */
public final class TorrentMapper {

    private TorrentMapper() {}

    /** All torrents of a version. */
    public static TorrentSet set(int version, List<SeededFile> files, Optional<Cid> directory) {
        return TorrentSet.newBuilder()
                .setCid(directory.map(Cid::toString).orElse(""))
                .setVersion(version)
                .addAllTorrents(files.stream().map(TorrentMapper::torrent).toList())
                .build();
    }

    /** The torrents of one file. */
    public static Torrent torrent(SeededFile seeded) {
        Cid cid = seeded.cid();
        return Torrent.newBuilder()
                .setCid(cid == null ? "" : cid.toString())
                .setRendition(seeded.file().rendition())
                .setFile(seeded.file().name())
                .setHeight(seeded.file().height())
                .setSize(seeded.file().size())
                .setPieceLength(seeded.pieceLength().bytes())
                .setInfohashV1(ByteString.copyFrom(seeded.v1().bytes()))
                .setInfohashV2(ByteString.copyFrom(seeded.v2().bytes()))
                .setInfohashV1Only(ByteString.copyFrom(seeded.v1Only().bytes()))
                .build();
    }

    /** How far a video is. */
    public static SeedingState state(SeedState state) {
        return state == SeedState.SEEDING ? SeedingState.SEEDING_STATE_SEEDING : SeedingState.SEEDING_STATE_HASHING;
    }

    /** Which torrent a caller wants; the hybrid one unless it says otherwise. */
    public static dev.vireo.seeder.torrent.TorrentForm form(TorrentForm form) {
        return form == TorrentForm.TORRENT_FORM_V1
                ? dev.vireo.seeder.torrent.TorrentForm.V1
                : dev.vireo.seeder.torrent.TorrentForm.HYBRID;
    }
}
