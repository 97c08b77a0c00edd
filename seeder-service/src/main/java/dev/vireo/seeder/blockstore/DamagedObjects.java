package dev.vireo.seeder.blockstore;

import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.Multihash;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Objects of the origin that are not any more what they were when they were read. */
@Component
class DamagedObjects {

    private static final Logger LOG = LoggerFactory.getLogger(DamagedObjects.class);

    private final JdbcBlockRepository blocks;
    private final BlockEvents events;
    private final Clock clock;
    private final Counter mismatches;

    DamagedObjects(JdbcBlockRepository blocks, BlockEvents events, Clock clock, MeterRegistry registry) {
        this.blocks = blocks;
        this.events = events;
        this.clock = clock;
        this.mismatches = registry.counter("vireo.ipfs.blocks.damaged");
    }

    /** A block of the object has another digest than it had: nothing of the object is given out any more. */
    @Transactional
    public void found(long objectNo, Multihash hash) {
        mismatches.increment();
        if (blocks.damaged(objectNo, clock.instant())) {
            LOG.error("Object {} is damaged: its block {} has another digest", objectNo, Cid.raw(hash));
            blocks.object(objectNo).ifPresent(object -> events.damaged(object, hash));
        }
    }
}
