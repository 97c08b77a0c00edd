package dev.vireo.seeder.seeding;

import dev.vireo.seeder.blockstore.BlockImports;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where workers take files and report. Each report counts once and only from the attempt that holds the file; all others
 * get {@link TaskLostException}. Whoever changes both locks the row of the video before the rows of its files.
 */
@Service
class SeedBoard {

    private final JdbcSeedRepository seeds;
    private final JdbcFileRepository files;
    private final BlockImports imports;
    private final JdbcDirectoryRepository directories;
    private final SeedEvents events;
    private final SeedProperties properties;
    private final Clock clock;

    SeedBoard(
            JdbcSeedRepository seeds,
            JdbcFileRepository files,
            BlockImports imports,
            JdbcDirectoryRepository directories,
            SeedEvents events,
            SeedProperties properties,
            Clock clock) {
        this.seeds = seeds;
        this.files = files;
        this.imports = imports;
        this.directories = directories;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes the file that a message names; empty when it is done, another worker's, or no longer wanted. */
    @Transactional
    public Optional<SeedTask> claim(UUID taskId, int attempt) {
        return files.video(taskId)
                .flatMap(seeds::lock)
                .filter(seed -> seed.state().wanted())
                .flatMap(seed -> files.claim(taskId, attempt, clock.instant().plus(properties.lease())));
    }

    /** Keeps the file; false when it is lost or its video not wanted. */
    @Transactional
    public boolean renew(SeedTask task) {
        return files.renew(task, clock.instant().plus(properties.lease()));
    }

    /** The torrents and the blocks of the file exist; with those of the last one, the video is seeded. */
    @Transactional
    public void done(SeedTask task, FileHashing.Hashed made) {
        Seed seed = lock(task);
        if (!files.done(task, made.file(), clock.instant()) || !imports.complete(made.blocks())) {
            throw new TaskLostException(task);
        }
        events.created(seed.video(), task.file().rendition());
        if (files.settled(seed.video().videoId())) {
            start(seed);
        }
    }

    /** This try failed, or was stopped by something that is not the file's fault: another follows after a pause. */
    @Transactional
    public void again(SeedTask task, Duration pause, boolean failed, String error) {
        lock(task);
        if (!files.waitUntil(task, clock.instant().plus(pause), failed, error)) {
            throw new TaskLostException(task);
        }
    }

    /** No try follows by itself; the rest of the video is seeded without the file. */
    @Transactional
    public void giveUp(SeedTask task, String error) {
        Seed seed = lock(task);
        if (!files.giveUp(task, clock.instant(), error)) {
            throw new TaskLostException(task);
        }
        UUID videoId = seed.video().videoId();
        if (seed.state() == SeedState.HASHING
                && files.settled(videoId)
                && !files.seeded(videoId).isEmpty()) {
            start(seed);
        }
    }

    /** True when nobody will ever ask for what was made of the task's file. */
    @Transactional(readOnly = true)
    public boolean isObsolete(SeedTask task) {
        return seeds.find(task.video().instance(), task.video().videoId())
                .filter(seed -> seed.state() != SeedState.DELETED
                        && seed.video().version() == task.video().version())
                .isEmpty();
    }

    private void start(Seed seed) {
        if (seed.state() != SeedState.SEEDING) {
            seeds.become(seed.video(), SeedState.SEEDING, clock.instant());
        }
        directories.outdated(seed.video().videoId());
        events.started(seed.video());
    }

    private Seed lock(SeedTask task) {
        return seeds.lock(task.video().videoId())
                .filter(seed -> seed.state().wanted() && seed.video().equals(task.video()))
                .orElseThrow(() -> new TaskLostException(task));
    }
}
