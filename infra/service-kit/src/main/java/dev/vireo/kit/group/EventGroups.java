package dev.vireo.kit.group;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Follows topics in consumer groups that are known only while the application runs: each begins with the oldest event
 * that is there. Failures are treated as those of a listener of batches.
 */
public final class EventGroups implements SmartLifecycle {
    /** With the listeners: it stops before what their events go to. */
    private static final int PHASE = Integer.MAX_VALUE - 100;

    private final ConcurrentKafkaListenerContainerFactory<String, byte[]> factory;
    private final GroupOffsets offsets;
    private final Map<String, Followed> following = new ConcurrentHashMap<>();
    private volatile boolean running;

    EventGroups(ConcurrentKafkaListenerContainerFactory<String, byte[]> factory, GroupOffsets offsets) {
        this.factory = factory;
        this.offsets = offsets;
    }

    /**
     * Follows the topic for somebody in exactly these groups from now on, each with its own handler: starts those that
     * are missing, ends the others. A handler gets the events of one poll together. Several may follow one topic, each in
     * groups of its own.
     */
    public synchronized void keep(
            Object follower, String topic, Map<String, Consumer<List<ConsumerRecord<String, byte[]>>>> handlers) {
        following.forEach((group, followed) -> {
            if (followed.isFor(follower, topic) && !(handlers.containsKey(group) && followed.isRunning())) {
                following.remove(group, followed);
                followed.stop();
            }
        });
        if (running) {
            handlers.forEach((group, handler) -> following.computeIfAbsent(
                    group,
                    missing -> new Followed(follower, topic, started(new GroupEndpoint(topic, missing, handler)))));
        }
    }

    /** Where the group stands in the topic; UNAVAILABLE while the broker does not say. */
    public GroupPosition position(String topic, String group) {
        return offsets.position(topic, group);
    }

    /** Whether the group has taken all events of the topic that were sent before; UNAVAILABLE as above. */
    public boolean hasTakenAllBefore(String topic, String group, Instant time) {
        return offsets.position(topic, group).hasReached(offsets.since(topic, time));
    }

    /** Whether anybody is in the group now, in this process or in another; UNAVAILABLE as above. */
    public boolean hasMembers(String group) {
        return offsets.hasMembers(group);
    }

    /** Forgets where a group stood that nobody is in any more; UNAVAILABLE as above. */
    public void forget(String group) {
        offsets.forget(group);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        following.values().stream().parallel().forEach(Followed::stop);
        following.clear();
        offsets.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private ConcurrentMessageListenerContainer<String, byte[]> started(GroupEndpoint endpoint) {
        ConcurrentMessageListenerContainer<String, byte[]> container = factory.createListenerContainer(endpoint);
        container.setBeanName(endpoint.getGroupId());
        container.start();
        return container;
    }

    /** A topic in one group. */
    private record Followed(Object follower, String topic, MessageListenerContainer container) {
        boolean isFor(Object other, String otherTopic) {
            return follower.equals(other) && topic.equals(otherTopic);
        }

        boolean isRunning() {
            return container.isRunning();
        }

        void stop() {
            container.stop();
        }
    }
}
