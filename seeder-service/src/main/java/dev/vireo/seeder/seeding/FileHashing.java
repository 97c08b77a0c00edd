package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.seeder.blockstore.BlockImports;
import dev.vireo.seeder.blockstore.ObjectImport;
import dev.vireo.seeder.torrent.ByteSink;
import dev.vireo.seeder.torrent.Framing;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.torrent.TorrentHasher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Makes the torrents and the blocks of a file in one read, and stores beside it what could not be made again without another. */
@Component
class FileHashing {

    private static final String TYPE = "application/x-bittorrent";

    private final OriginStore origin;
    private final BlockImports imports;
    private final WorkerProperties properties;
    private final Clock clock;
    /** One thread for each worker that hashes. */
    private final ExecutorService beside = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("hash-beside-", 0).daemon().factory());

    private final Counter hashedBytes;
    private final Timer hashing;

    FileHashing(
            OriginStore origin,
            BlockImports imports,
            WorkerProperties properties,
            Clock clock,
            MeterRegistry registry) {
        this.origin = origin;
        this.imports = imports;
        this.properties = properties;
        this.clock = clock;
        this.hashedBytes =
                Counter.builder("vireo.seeding.hashed").baseUnit("bytes").register(registry);
        this.hashing = registry.timer("vireo.seeding.hashing");
    }

    /** The torrents and the blocks of the task's file. */
    Hashed make(SeedTask task) throws InterruptedException {
        ObjectKey key = task.video().file(task.file().name());
        ObjectImport blocks = imports.begin(task.video().videoId(), task.video().version(), key)
                .orElseThrow(() -> new TaskLostException(task));
        Metainfo made = hash(key, task.file(), blocks);
        ObjectImport.Imported imported = blocks.finish();
        origin.put(task.video().torrent(task.file().name()), made.bytes(TorrentForm.HYBRID, Framing.NONE), TYPE);
        return new Hashed(SeededFile.of(task.file(), made, imported.root().root()), imported);
    }

    /** What was made of a file. */
    record Hashed(SeededFile file, ObjectImport.Imported blocks) {}

    /** Reads what was stored of a file. */
    Metainfo read(SeededVersion video, PublishedFile file) {
        try (InputStream bytes = origin.get(video.torrent(file.name()))) {
            return Metainfo.parse(bytes.readAllBytes());
        } catch (IOException broken) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The object store broke off: try again soon.", broken);
        }
    }

    /** Removes what was stored of a file. */
    void discard(SeedTask task) {
        origin.delete(task.video().torrent(task.file().name()));
    }

    private Metainfo hash(ObjectKey key, PublishedFile file, ByteSink blocks) throws InterruptedException {
        long start = System.nanoTime();
        TorrentHasher hasher = new TorrentHasher(PieceLength.of(file.size()), List.of(blocks), beside);
        try (ReadAhead bytes = new ReadAhead(origin, key, file.size(), properties, clock)) {
            bytes.readAll(hasher::update);
        }
        TorrentHasher.Hashed hashed = hasher.finish(file.name());
        hashing.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        hashedBytes.increment((double) file.size());
        if (!file.sha256().isEmpty() && !Arrays.equals(hashed.sha256(), file.digest())) {
            throw new DamagedFileException(key + " has another SHA-256 than it was published with");
        }
        return hashed.torrent();
    }
}
