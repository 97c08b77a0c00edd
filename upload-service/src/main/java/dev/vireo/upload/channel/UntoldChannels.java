package dev.vireo.upload.channel;

import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells channels again whose facts have learnt to say more; their revision stays. A migration says which; batches of
 * their own transactions.
 */
@Component
class UntoldChannels {
    private static final int BATCH = 200;

    private final JdbcChannelRepository channels;
    private final ChannelEvents events;
    private final TransactionTemplate transaction;

    UntoldChannels(JdbcChannelRepository channels, ChannelEvents events, TransactionTemplate transaction) {
        this.channels = channels;
        this.events = events;
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
        List<Channel> some = channels.takeUntold(BATCH);
        some.forEach(events::updated);
        return !some.isEmpty();
    }
}
