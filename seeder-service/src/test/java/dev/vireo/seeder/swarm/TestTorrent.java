package dev.vireo.seeder.swarm;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.seeding.SeededVersion;
import dev.vireo.seeder.seeding.SeededVideos.SwarmFile;
import dev.vireo.seeder.torrent.Contents;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/** A torrent of 20 pieces of four blocks, whose last is short. */
final class TestTorrent {
    static final PieceLength LENGTH = new PieceLength(4 * PieceLength.BLOCK);
    static final byte[] FILE = Contents.of(20 * LENGTH.bytes() - 5000);
    static final Metainfo TORRENT = Contents.torrent("film.mp4", FILE, LENGTH);
    static final ObjectKey KEY = new ObjectKey("main/a/1/film.mp4");

    private TestTorrent() {}

    static SeededTorrent seeded() {
        return new SeededTorrent(
                KnownHashes.hash(1),
                new SwarmFile(
                        new SeededVersion(new InstanceId("main"), UUID.randomUUID(), 1),
                        KEY,
                        TORRENT,
                        TorrentForm.HYBRID));
    }

    /** The defaults with other values for some keys, as {@code slots.count=1}. */
    static SwarmProperties properties(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put("vireo.swarm." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Binder(
                        List.of(new MapConfigurationPropertySource(all)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bindOrCreate("vireo.swarm", SwarmProperties.class);
    }
}
