package dev.vireo.testkit;

import dev.vireo.local.server.KafkaTopic;
import dev.vireo.local.server.KafkaTopics;
import java.util.List;

/** A running Kafka with share groups, by what clients put into {@code bootstrap.servers}. */
public record TestKafka(String bootstrapServers) {

    /** Creates the topic unless it exists. */
    public void createTopic(String name, int partitions) {
        KafkaTopics.ensure(bootstrapServers, List.of(KafkaTopic.passing(name, partitions)));
    }
}
