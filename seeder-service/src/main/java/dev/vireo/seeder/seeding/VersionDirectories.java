package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.observe.LogContext;
import dev.vireo.kit.origin.ObjectInfo;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.seeder.blockstore.BlockImports;
import dev.vireo.seeder.blockstore.ObjectImport;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one directory of all published files of a version, playlists and pictures too, so that one CID plays. Files that were
 * given up are left out until they are read. Whoever makes it gets the same; the first one tells it.
 */
@Component
class VersionDirectories {

    private static final Logger LOG = LoggerFactory.getLogger(VersionDirectories.class);
    private static final int BATCH = 20;
    /** Of what is read at once. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final JdbcDirectoryRepository directories;
    private final JdbcSeedRepository seeds;
    private final BlockImports imports;
    private final OriginStore origin;
    private final SeedEvents events;
    private final TransactionTemplate transaction;

    VersionDirectories(
            JdbcDirectoryRepository directories,
            JdbcSeedRepository seeds,
            BlockImports imports,
            OriginStore origin,
            SeedEvents events,
            TransactionTemplate transaction) {
        this.directories = directories;
        this.seeds = seeds;
        this.imports = imports;
        this.origin = origin;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${vireo.seeder.admission.players-every}")
    void make() throws InterruptedException {
        for (JdbcDirectoryRepository.Contents contents : directories.missing(BATCH)) {
            SeededVersion video = contents.video();
            LogContext.about(video.instance(), video.videoId(), () -> make(contents));
        }
    }

    /** One that cannot be made now is tried again, and keeps no other waiting. */
    private void make(JdbcDirectoryRepository.Contents contents) {
        SeededVersion video = contents.video();
        try {
            Map<String, ImportedEntry> entries = new HashMap<>();
            for (String name : contents.renditions()) {
                imports.find(video.file(name)).ifPresent(entry -> entries.put(name, entry));
            }
            if (entries.size() < contents.renditions().size()) {
                LOG.warn("A file of {} was read before there were CIDs: it has no directory", video.videoId());
                return;
            }
            for (String name : contents.others()) {
                small(video, video.file(name)).ifPresent(entry -> entries.put(name, entry));
            }
            publish(video, entries);
        } catch (PlatformException | DataAccessException failed) {
            LOG.warn("The directory of {} waits: {}", video.videoId(), failed.getMessage());
        }
    }

    /** A playlist or a picture, which is read at once; empty when it is not there. */
    private Optional<ImportedEntry> small(SeededVersion video, ObjectKey key) {
        Optional<ImportedEntry> known = imports.find(key);
        if (known.isPresent()) {
            return known;
        }
        long size = origin.stat(key).map(ObjectInfo::size).orElse(Long.MAX_VALUE);
        Optional<ObjectImport> begun =
                size > LARGEST ? Optional.empty() : imports.begin(video.videoId(), video.version(), key);
        return begun.map(blocks -> {
            byte[] bytes = new byte[(int) size];
            if (size > 0) {
                origin.read(key, 0, bytes, bytes.length);
            }
            blocks.accept(ByteBuffer.wrap(bytes));
            ObjectImport.Imported imported = blocks.finish();
            imports.complete(imported);
            return imported.root();
        });
    }

    /** All at once: what was told is there. */
    private void publish(SeededVersion video, Map<String, ImportedEntry> entries) {
        transaction.executeWithoutResult(status -> {
            boolean wanted = seeds.lock(video.videoId())
                    .filter(seed ->
                            seed.state() == SeedState.SEEDING && seed.video().equals(video))
                    .isPresent();
            if (wanted && directories.isMissing(video)) {
                Cid root = imports.directory(video.videoId(), video.version(), video.directory(), entries)
                        .root();
                directories.made(video, root);
                events.cidPublished(video);
                LOG.info("All of {} is {}", video.videoId(), root);
            }
        });
    }
}
