package dev.vireo.kit.event;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.adapter.AbstractDelegatingMessageListenerAdapter;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Finds out which event a batch fails on when its listener does not say so, because only that one may be tried again
 * and given up: it hands over the events one by one. That holds for a failure that may pass, too: what one event alone
 * runs into must not let those before it wait and be given up in its stead. While something is away the first fails
 * alone and the rest wait behind it. A listener gets events twice then, as it does whenever something fails.
 */
final class BlamingBatchListener extends AbstractDelegatingMessageListenerAdapter<BatchMessageListener<String, byte[]>>
        implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]> {
    private BlamingBatchListener(BatchMessageListener<String, byte[]> listener) {
        super(listener);
    }

    /** Puts itself before the container's listener. */
    @SuppressWarnings("unchecked")
    static void install(AbstractMessageListenerContainer<String, byte[]> container) {
        Object listener = container.getContainerProperties().getMessageListener();
        if (!(listener instanceof BatchMessageListener<?, ?> batch)) {
            throw new IllegalStateException("Not a listener of batches: " + listener);
        }
        container.setupMessageListener(new BlamingBatchListener((BatchMessageListener<String, byte[]>) batch));
    }

    /** Which of these is called depends on the listener behind. */
    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> events) {
        onMessage(events, null, null);
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> events, @Nullable Acknowledgment acknowledgment) {
        onMessage(events, acknowledgment, null);
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> events, @Nullable Consumer<?, ?> consumer) {
        onMessage(events, null, consumer);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, byte[]>> events,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        try {
            handOver(events, acknowledgment, consumer);
        } catch (RuntimeException failure) {
            if (names(failure)) {
                throw failure;
            }
            oneByOne(events, acknowledgment, consumer);
        }
    }

    private void oneByOne(
            List<ConsumerRecord<String, byte[]>> events,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                handOver(List.of(event), acknowledgment, consumer);
            } catch (RuntimeException failure) {
                throw blamed(failure, event);
            }
        }
    }

    private void handOver(
            List<ConsumerRecord<String, byte[]>> events,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        switch (delegateType) {
            case ACKNOWLEDGING_CONSUMER_AWARE -> delegate.onMessage(events, acknowledgment, consumer);
            case ACKNOWLEDGING -> delegate.onMessage(events, acknowledgment);
            case CONSUMER_AWARE -> delegate.onMessage(events, consumer);
            case SIMPLE -> delegate.onMessage(events);
        }
    }

    private static boolean names(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof BatchListenerFailedException) {
                return true;
            }
        }
        return false;
    }

    private static BatchListenerFailedException blamed(RuntimeException failure, ConsumerRecord<String, byte[]> event) {
        return new BatchListenerFailedException("Failed at an event", failure, event);
    }
}
