package dev.vireo.kit.group;

import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.converter.MessageConverter;

/** A listener without a method: all that is not said here is as the container factory has it. */
record GroupEndpoint(String topic, String group, Consumer<List<ConsumerRecord<String, byte[]>>> handler)
        implements KafkaListenerEndpoint {
    @Override
    public String getId() {
        return group;
    }

    @Override
    public String getGroupId() {
        return group;
    }

    @Override
    public @Nullable String getGroup() {
        return null;
    }

    @Override
    public Collection<String> getTopics() {
        return List.of(topic);
    }

    @Override
    public TopicPartitionOffset @Nullable [] getTopicPartitionsToAssign() {
        return null;
    }

    @Override
    public @Nullable Pattern getTopicPattern() {
        return null;
    }

    @Override
    public @Nullable String getClientIdPrefix() {
        return null;
    }

    @Override
    public @Nullable Integer getConcurrency() {
        return null;
    }

    @Override
    public @Nullable Boolean getAutoStartup() {
        return null;
    }

    @Override
    public @Nullable Properties getConsumerProperties() {
        return null;
    }

    @Override
    public void setupListenerContainer(MessageListenerContainer container, @Nullable MessageConverter converter) {
        container.setupMessageListener((BatchMessageListener<String, byte[]>) handler::accept);
    }

    @Override
    public @Nullable String getAckMode() {
        return null;
    }

    @Override
    public boolean isSplitIterables() {
        return true;
    }
}
