package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.seeder.blockstore.BlockImports;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after what nobody reports: pauses that are over, workers that died, torrents of videos that are gone. */
@Component
class SeedSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(SeedSweeper.class);
    private static final int BATCH = 50;

    private final DueFiles due;
    private final JdbcSeedRepository seeds;
    private final OriginStore origin;
    private final BlockImports imports;
    private final SeedProperties properties;
    private final Clock clock;

    SeedSweeper(
            DueFiles due,
            JdbcSeedRepository seeds,
            OriginStore origin,
            BlockImports imports,
            SeedProperties properties,
            Clock clock) {
        this.due = due;
        this.seeds = seeds;
        this.origin = origin;
        this.imports = imports;
        this.properties = properties;
        this.clock = clock;
    }

    /** Files whose pause or lease is over go on the bus again. */
    @Scheduled(fixedDelayString = "${vireo.seeder.seeding.sweep-every}")
    void files() {
        due.fillWindow();
        due.takeFromDeadWorkers();
        due.repeatUnclaimed();
    }

    /**
     * Whoever owns the files removes the whole of a video or version; this is for torrents that came after that, once no
     * worker can be at one any more.
     */
    @Scheduled(fixedDelayString = "${vireo.seeder.seeding.sweep-every}")
    void objects() {
        try {
            Instant longAgo = clock.instant().minus(properties.lease().multipliedBy(2));
            for (SeededVersion video : seeds.toEmpty(longAgo, BATCH)) {
                for (int version = 1; version <= video.version(); version++) {
                    origin.deletePrefix(new SeededVersion(video.instance(), video.videoId(), version).torrents());
                }
                imports.removeAll(video.videoId());
                seeds.emptied(video.videoId(), clock.instant());
            }
        } catch (PlatformException away) {
            LOG.warn("Clean-up waits for the origin: {}", away.getMessage());
        }
    }
}
