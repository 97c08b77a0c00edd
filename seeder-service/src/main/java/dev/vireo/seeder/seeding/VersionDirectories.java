package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.observe.LogContext;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one directory of all published files of a version, playlists and pictures too, so that one CID plays. Whoever makes it
 * gets the same; the first one tells it.
 */
@Component
class VersionDirectories {

    private static final Logger LOG = LoggerFactory.getLogger(VersionDirectories.class);
    private static final int BATCH = 20;
    private static final int MOST_FILES = 1000;
    /** What is larger was read as a rendition. */
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
        for (SeededVersion video : directories.missing(BATCH)) {
            LogContext.about(video.instance(), video.videoId(), () -> make(video));
        }
    }

    private void make(SeededVersion video) {
        try {
            ObjectKey folder = video.folder();
            Map<String, ImportedEntry> entries = new HashMap<>();
            for (ObjectKey key : origin.list(folder.value() + "/", MOST_FILES)) {
                String name = key.value().substring(folder.value().length() + 1);
                if (name.indexOf('/') < 0) {
                    entry(video, key).ifPresent(entry -> entries.put(name, entry));
                }
            }
            ObjectImport blocks = imports.begin(video.videoId(), video.version(), video.directory());
            publish(video, blocks.directory(entries));
        } catch (PlatformException away) {
            LOG.warn("The directory of {} waits: {}", video.videoId(), away.getMessage());
        }
    }

    /** A rendition's file was read before; a small one is read now; one that was given up is left out. */
    private Optional<ImportedEntry> entry(SeededVersion video, ObjectKey key) {
        Optional<ImportedEntry> known = imports.find(key);
        if (known.isPresent()) {
            return known;
        }
        long size = origin.stat(key).map(found -> found.size()).orElse(Long.MAX_VALUE);
        if (size > LARGEST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) size];
        origin.read(key, 0, bytes, bytes.length);
        ObjectImport blocks = imports.begin(video.videoId(), video.version(), key);
        blocks.accept(ByteBuffer.wrap(bytes));
        ObjectImport.Imported imported = blocks.finish();
        imports.complete(imported);
        return Optional.of(imported.root());
    }

    private void publish(SeededVersion video, ObjectImport.Imported directory) {
        transaction.executeWithoutResult(status -> {
            boolean wanted = seeds.lock(video.videoId())
                    .filter(seed ->
                            seed.state() == SeedState.SEEDING && seed.video().equals(video))
                    .isPresent();
            Cid root = directory.root().root();
            if (wanted && imports.complete(directory) && directories.made(video, root)) {
                events.cidPublished(video);
                LOG.info("All of {} is {}", video.videoId(), root);
            }
        });
    }
}
