package dev.vireo.seeder.trackerbus;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.swarm.v1.SwarmPeerEvent;
import dev.vireo.contracts.swarm.v1.SwarmPeerSignal;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.PeerSocket;
import dev.vireo.seeder.tracker.Tracker;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Hears what other replicas see. At the start it reads what was told within the longest time that a peer stays, so a replica
 * that is new, or was restarted, knows at once whom the others know; browsers of before are left out, as the replica that
 * had their sockets may be gone, and come again soon.
 */
class SwarmPeerListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(SwarmPeerListener.class);

    private final Tracker tracker;
    private final SwarmPeerEvents events;
    private final Duration longest;
    private final Clock clock;
    private final long begun;
    private final Set<TopicPartition> begunWith = ConcurrentHashMap.newKeySet();

    /** Of peers that stay for {@code longest} at most. */
    SwarmPeerListener(Tracker tracker, SwarmPeerEvents events, Duration longest, Clock clock) {
        this.tracker = tracker;
        this.events = events;
        this.longest = longest;
        this.clock = clock;
        this.begun = clock.millis();
    }

    /** In a group of its own: every replica hears all. */
    @KafkaListener(
            topics = SwarmPeerEvents.TOPIC,
            groupId = "${spring.application.name}-${random.uuid}",
            containerFactory = "eventBatchListenerFactory")
    void on(List<ConsumerRecord<String, byte[]>> messages) {
        messages.forEach(this::hear);
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback callback) {
        List<TopicPartition> first =
                assigned.keySet().stream().filter(begunWith::add).toList();
        callback.seekToTimestamp(first, begun - longest.toMillis());
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        byte @Nullable [] value = message.value();
        if (value == null) {
            return;
        }
        try {
            SwarmPeerEvent event = SwarmPeerEvent.parseFrom(value);
            if (!event.getReplica().equals(events.replica())) {
                apply(event, message.timestamp());
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException malformed) {
            LOG.warn("An event of {} is passed over: {}", message.topic(), malformed.toString());
        }
    }

    private void apply(SwarmPeerEvent event, long told) {
        switch (event.getEventCase()) {
            case SEEN -> seen(event, told);
            case LEFT -> left(event);
            case OFFER ->
                signal(
                        event.getOffer(),
                        event,
                        (receiver, by) -> receiver.offered(
                                SwarmPeerMapper.hash(event), by, SwarmPeerMapper.description(event.getOffer())));
            case ANSWER ->
                signal(
                        event.getAnswer(),
                        event,
                        (receiver, by) -> receiver.answered(
                                SwarmPeerMapper.hash(event), by, SwarmPeerMapper.description(event.getAnswer())));
            case EVENT_NOT_SET -> LOG.debug("An event of a newer kind is passed over");
        }
    }

    private void seen(SwarmPeerEvent event, long told) {
        TrackerAnnounce announce = SwarmPeerMapper.seen(event, distant(event));
        boolean browser = event.getSeen().getAddress().isEmpty();
        if (browser && (told < begun || own(announce.hash(), announce.peer()).isPresent())) {
            return;
        }
        Duration stay = Duration.between(
                clock.instant(),
                Instant.ofEpochSecond(event.getSeen().getUntil().getSeconds()));
        if (stay.isPositive()) {
            tracker.heard(announce, stay.compareTo(longest) < 0 ? stay : longest);
        }
    }

    private void left(SwarmPeerEvent event) {
        if (event.getLeft().getAddress().isEmpty()) {
            tracker.heardClosed(SwarmPeerMapper.hash(event), SwarmPeerMapper.peer(event), distant(event));
        } else {
            tracker.heard(SwarmPeerMapper.left(event), Duration.ZERO);
        }
    }

    private void signal(SwarmPeerSignal signal, SwarmPeerEvent event, BiConsumer<PeerSocket, PeerId> deliver) {
        if (signal.getReplica().equals(events.replica())) {
            own(SwarmPeerMapper.hash(event), SwarmPeerMapper.receiver(signal))
                    .ifPresent(receiver -> deliver.accept(receiver, SwarmPeerMapper.peer(event)));
        }
    }

    /** A browser that has its socket here. */
    private Optional<PeerSocket> own(TrackedHash hash, PeerId peer) {
        return tracker.socket(hash, peer).filter(socket -> !(socket instanceof DistantSocket));
    }

    private DistantSocket distant(SwarmPeerEvent event) {
        return new DistantSocket(event.getReplica(), SwarmPeerMapper.peer(event), events);
    }
}
