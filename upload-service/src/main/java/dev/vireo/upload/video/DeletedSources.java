package dev.vireo.upload.video;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes the sources of deleted videos from the origin, then forgets the rows; what fails is tried again. */
@Component
class DeletedSources {
    private static final Logger LOG = LoggerFactory.getLogger(DeletedSources.class);
    private static final int BATCH = 100;

    private final JdbcVideoRepository videos;
    private final OriginStore origin;

    DeletedSources(JdbcVideoRepository videos, OriginStore origin) {
        this.videos = videos;
        this.origin = origin;
    }

    @Scheduled(fixedDelayString = "${vireo.video.removal-interval}")
    void remove() {
        for (JdbcVideoRepository.Removed removed : videos.removed(BATCH)) {
            try {
                origin.delete(new ObjectKey(removed.sourceKey()));
                videos.forget(removed);
            } catch (PlatformException away) {
                LOG.warn("The source of deleted video {} stays for now: {}", removed.id(), away.sentence());
                return;
            }
        }
    }
}
