package dev.vireo.upload.video;

import dev.vireo.upload.channel.NamedAfterChannel;
import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the videos of a channel again after its name or description changed, as their snapshots have both, and before
 * them what else has the channel's name; revisions stay. Batches of their own transactions, so that no channel is too
 * large; where it stopped, it goes on. No batch holds videos and others: whoever deletes the channel takes them in an
 * order of his own.
 */
@Component
class RenamedChannels {
    private static final int BATCH = 200;

    private final JdbcVideoRepository videos;
    private final JdbcRenamedChannels renamed;
    private final VideoEvents events;
    private final NamedAfterChannel others;
    private final TransactionTemplate transaction;

    RenamedChannels(
            JdbcVideoRepository videos,
            JdbcRenamedChannels renamed,
            VideoEvents events,
            NamedAfterChannel others,
            TransactionTemplate transaction) {
        this.videos = videos;
        this.renamed = renamed;
        this.events = events;
        this.others = others;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${vireo.video.schedule-interval}")
    void tellAll() {
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(transaction.execute(status -> tellSome()));
        }
    }

    /** False when nothing is left. */
    private boolean tellSome() {
        return renamed.lockOne().map(this::tellSome).isPresent();
    }

    private JdbcRenamedChannels.Place tellSome(JdbcRenamedChannels.Place place) {
        if (place.othersAfter() == null) {
            tellVideos(place);
        } else {
            renamed.goOnWithOthers(
                    place,
                    others.tellAgain(place.channel(), place.othersAfter()).orElse(null));
        }
        return place;
    }

    private void tellVideos(JdbcRenamedChannels.Place place) {
        List<Video> some = videos.lockAfter(place.channel(), place.after(), BATCH);
        some.forEach(events::updated);
        if (some.size() < BATCH) {
            renamed.done(place);
        } else {
            renamed.goOn(place, some.getLast().id());
        }
    }
}
