package dev.vireo.seeder.seeding;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.seeding.v1.TorrentSet;
import dev.vireo.contracts.swarm.v1.SeedingState;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import java.util.List;

/** Torrents as messages. */
final class TorrentMapper {

    private TorrentMapper() {}

    static TorrentSet set(int version, List<SeededFile> files) {
        return TorrentSet.newBuilder()
                .setVersion(version)
                .addAllTorrents(files.stream().map(TorrentMapper::torrent).toList())
                .build();
    }

    static Torrent torrent(SeededFile seeded) {
        return Torrent.newBuilder()
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

    static SeedingState state(SeedState state) {
        return state == SeedState.SEEDING ? SeedingState.SEEDING_STATE_SEEDING : SeedingState.SEEDING_STATE_HASHING;
    }

    static dev.vireo.seeder.torrent.TorrentForm form(TorrentForm form) {
        return form == TorrentForm.TORRENT_FORM_V1
                ? dev.vireo.seeder.torrent.TorrentForm.V1
                : dev.vireo.seeder.torrent.TorrentForm.HYBRID;
    }
}
