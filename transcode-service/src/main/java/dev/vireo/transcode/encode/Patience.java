package dev.vireo.transcode.encode;

import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Repeats work while a part of the platform is away, with growing pauses, for a limited time. */
@Component
class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Duration limit;

    Patience(Clock clock, WorkerProperties properties) {
        this.clock = clock;
        this.limit = properties.patience();
    }

    /** Something that may fail for a while. */
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T with(Attempt<T> attempt) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        Duration pause = FIRST_PAUSE;
        while (true) {
            RuntimeException away;
            try {
                return attempt.run();
            } catch (PlatformException | DataAccessException | TransactionException failure) {
                away = failure;
            } catch (IOException failure) {
                away = new java.io.UncheckedIOException(failure);
            }
            if (!isTransient(away) || clock.instant().isAfter(end)) {
                throw away;
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** True when the same may work later. */
    static boolean isTransient(RuntimeException failure) {
        if (failure instanceof PlatformException known) {
            return known.code().kind().retryable();
        }
        if (failure instanceof TransactionException || failure instanceof java.io.UncheckedIOException) {
            return true;
        }
        return failure instanceof DataAccessException
                && (!(failure instanceof NonTransientDataAccessException)
                        || failure instanceof org.springframework.dao.NonTransientDataAccessResourceException);
    }
}
