package dev.vireo.kit.event;

import dev.vireo.kit.error.PlatformException;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to an event that a listener fails on. A transient failure (database, broker or another service away)
 * blocks its partition and is tried again, so that the order of a key holds. Anything else is tried a few times and
 * then moved to {@code <topic>.<consumer>.dlt} with its cause, and the partition goes on.
 */
final class EventListeners {
    private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);
    private static final double JITTER_SHARE = 0.2;

    private EventListeners() {}

    static DefaultErrorHandler errorHandler(
            KafkaOperations<String, byte[]> deadLetters,
            EventProperties properties,
            DeadLetterTopics topics,
            MeterRegistry metrics) {
        DeadLetterPublishingRecoverer toDeadLetters = new DeadLetterPublishingRecoverer(
                deadLetters, (event, failure) -> new TopicPartition(topics.of(event.topic()), -1));
        toDeadLetters.setFailIfSendResultIsError(true);
        BackOff transientPause = transientPause(properties);
        BackOff poisonPause = new FixedBackOff(properties.retryInitial().toMillis(), properties.poisonAttempts() - 1L);
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (event, failure) -> {
                    LOG.error(
                            "Event {}@{} of {} goes to the dead letters",
                            event.partition(),
                            event.offset(),
                            event.topic(),
                            failure);
                    toDeadLetters.accept(event, failure);
                    metrics.counter("vireo.events.dead", "topic", event.topic()).increment();
                },
                transientPause);
        handler.setBackOffFunction((event, failure) -> isTransient(failure) ? transientPause : poisonPause);
        handler.addNotRetryableExceptions(PoisonEventException.class);
        handler.setCommitRecovered(true);
        return handler;
    }

    static boolean isTransient(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PlatformException known) {
                return known.code().kind().retryable();
            }
            if (at instanceof NonTransientDataAccessResourceException || at instanceof TransactionException) {
                return true;
            }
            if (at instanceof DataAccessException) {
                return !(at instanceof NonTransientDataAccessException);
            }
            if (at instanceof KafkaException
                    && !(at instanceof org.apache.kafka.common.errors.SerializationException)
                    && !at.getClass().getName().startsWith("org.springframework")) {
                return true;
            }
        }
        return false;
    }

    private static BackOff transientPause(EventProperties properties) {
        ExponentialBackOff pause =
                new ExponentialBackOff(properties.retryInitial().toMillis(), 2);
        pause.setMaxInterval(properties.retryMax().toMillis());
        pause.setMaxElapsedTime(properties.retryFor().toMillis());
        pause.setJitter((long) (properties.retryInitial().toMillis() * JITTER_SHARE));
        return pause;
    }
}
