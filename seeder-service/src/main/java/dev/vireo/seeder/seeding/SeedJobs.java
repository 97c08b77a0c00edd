package dev.vireo.seeder.seeding;

import dev.vireo.kit.Ids;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.blockstore.BlockImports;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides which videos are seeded: those that everybody may have, in their newest published version. What is private,
 * internal or gone is not, from the moment its snapshot comes; an older snapshot never wins over a newer one.
 */
@Service
class SeedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(SeedJobs.class);

    private final JdbcSeedRepository seeds;
    private final JdbcFileRepository files;
    private final BlockImports imports;
    private final JdbcPlayerRepository players;
    private final DueFiles due;
    private final SeedEvents events;
    private final Clock clock;

    SeedJobs(
            JdbcSeedRepository seeds,
            JdbcFileRepository files,
            BlockImports imports,
            JdbcPlayerRepository players,
            DueFiles due,
            SeedEvents events,
            Clock clock) {
        this.seeds = seeds;
        this.files = files;
        this.imports = imports;
        this.players = players;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /** A video with published files, as it is now. */
    @Transactional
    public void seen(VideoSnapshot snapshot) {
        Seed seed = seeds.lockOrAdd(snapshot.instance(), snapshot.videoId(), clock.instant());
        if (seed.state() == SeedState.DELETED || seed.videoRevision() >= snapshot.revision()) {
            return;
        }
        seeds.heard(snapshot.videoId(), snapshot.revision());
        if (!snapshot.open()) {
            if (seed.state().wanted()) {
                stop(seed, StopCause.NOT_PUBLIC);
            }
        } else if (snapshot.version() > seed.video().version()) {
            begin(seed, snapshot);
        } else if (seed.state() == SeedState.STOPPED) {
            resume(seed);
        }
    }

    /** The video is gone and never comes back. */
    @Transactional
    public void deleted(InstanceId instance, UUID videoId) {
        Seed seed = seeds.lockOrAdd(instance, videoId, clock.instant());
        if (seed.state() == SeedState.DELETED) {
            return;
        }
        if (seed.state().wanted()) {
            events.stopped(seed.video(), StopCause.DELETED);
        }
        removeFiles(videoId);
        become(seed, seed.video(), SeedState.DELETED);
        LOG.info("Video {} of {} is deleted", videoId, instance);
    }

    private void begin(Seed seed, VideoSnapshot snapshot) {
        if (seed.state() == SeedState.SEEDING) {
            events.stopped(seed.video(), StopCause.REPLACED);
        }
        Instant now = clock.instant();
        removeFiles(snapshot.videoId());
        SeededVersion version = new SeededVersion(snapshot.instance(), snapshot.videoId(), snapshot.version());
        become(seed, version, SeedState.HASHING);
        players.published(snapshot.videoId(), snapshot.playlist(), snapshot.others());
        int ordinal = 0;
        for (PublishedFile file : snapshot.files()) {
            SeedTask task = new SeedTask(Ids.newId(), version, file, 1, 0, false);
            files.insert(task, ordinal++, now);
        }
        due.fillWindow();
        LOG.info("{} files of {} version {} are to be hashed", ordinal, version.videoId(), version.version());
    }

    /** What was hashed before is still there, as files never change. */
    private void resume(Seed seed) {
        UUID videoId = seed.video().videoId();
        if (files.settled(videoId) && !files.seeded(videoId).isEmpty()) {
            become(seed, seed.video(), SeedState.SEEDING);
            events.started(seed.video());
        } else {
            become(seed, seed.video(), SeedState.HASHING);
            files.resume(videoId, clock.instant());
        }
    }

    private void removeFiles(UUID videoId) {
        files.removeAll(videoId);
        imports.removeAll(videoId);
    }

    private void stop(Seed seed, StopCause cause) {
        become(seed, seed.video(), SeedState.STOPPED);
        events.stopped(seed.video(), cause);
        LOG.info("Seeding of {} stops: {}", seed.video().videoId(), cause);
    }

    private void become(Seed seed, SeededVersion version, SeedState state) {
        if (seed.state() != state && !seed.state().mayBecome(state)) {
            throw new IllegalStateException(seed.state() + " cannot become " + state);
        }
        seeds.become(version, state, clock.instant());
    }
}
