package dev.vireo.kit.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Names a consumer's dead-letter topics, and makes sure that they exist when the first event must go there. */
final class DeadLetterTopics {
    private static final int TIMEOUT_SECONDS = 15;

    /** Until an operator has dealt with them. */
    private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

    private final String bootstrapServers;
    private final String consumer;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    DeadLetterTopics(String bootstrapServers, String consumer) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = consumer;
    }

    /** {@code <topic>.<consumer>.dlt}; one partition, the broker's own replication. */
    String of(String topic) {
        String name = topic + "." + consumer + ".dlt";
        if (!existing.contains(name)) {
            create(name);
            existing.add(name);
        }
        return name;
    }

    private void create(String name) {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()).configs(KEPT)))
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Cannot create the topic " + name, refused);
            }
        } catch (TimeoutException away) {
            throw new KafkaException("Cannot create the topic " + name, away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while creating the topic " + name, interrupted);
        }
    }
}
