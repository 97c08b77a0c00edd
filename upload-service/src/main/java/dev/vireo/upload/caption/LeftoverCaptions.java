package dev.vireo.upload.caption;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes captions that no video has from the origin; what fails is tried again. Several processes share the work. */
@Component
class LeftoverCaptions {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverCaptions.class);
    private static final int BATCH = 100;

    private final JdbcLeftoverRepository leftovers;
    private final OriginStore origin;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeftoverCaptions(
            JdbcLeftoverRepository leftovers, OriginStore origin, TransactionTemplate transaction, Clock clock) {
        this.leftovers = leftovers;
        this.origin = origin;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vireo.caption.removal-interval}")
    void remove() {
        try {
            int removed = 0;
            while (removed < BATCH && Boolean.TRUE.equals(transaction.execute(status -> removeOne()))) {
                removed++;
            }
        } catch (PlatformException away) {
            LOG.warn("Captions that nobody needs stay for now: {}", away.sentence());
        }
    }

    /** Within the transaction, so that nobody gives a video the object meanwhile. */
    private boolean removeOne() {
        return leftovers
                .due(clock.instant())
                .map(leftover -> {
                    ObjectKey key = new ObjectKey(leftover.key());
                    if (!leftovers.isWanted(leftover)) {
                        origin.delete(key);
                    }
                    return leftovers.taken(key);
                })
                .orElse(false);
    }
}
