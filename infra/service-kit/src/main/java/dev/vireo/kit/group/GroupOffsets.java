package dev.vireo.kit.group;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;

/** Asks the broker about topics and groups. */
final class GroupOffsets {
    private static final int LIMIT_SECONDS = 5;
    private static final int LIMIT_MILLIS = LIMIT_SECONDS * 1_000;

    private final String bootstrapServers;
    private @Nullable Admin admin;

    GroupOffsets(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The ends first: what the group has taken meanwhile never looks like less than it is. */
    GroupPosition position(String topic, String group) {
        List<TopicPartition> partitions = partitions(topic);
        Map<Integer, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<Integer, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = committed(group);
        Map<Integer, Long> taken = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            long begin = begins.getOrDefault(partition.partition(), 0L);
            taken.put(partition.partition(), place == null ? begin : Math.max(begin, place.offset()));
        }
        return new GroupPosition(begins, taken, ends);
    }

    /** The first event of each partition that was sent at the time or later; the end where there is none. */
    Map<Integer, Long> since(String topic, Instant time) {
        List<TopicPartition> partitions = partitions(topic);
        Map<Integer, Long> since = new HashMap<>(offsets(partitions, OffsetSpec.latest()));
        offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli())).forEach((partition, first) -> {
            if (first >= 0) {
                since.put(partition, first);
            }
        });
        return since;
    }

    boolean hasMembers(String group) {
        return asked(open -> open.describeConsumerGroups(List.of(group)).all())
                .map(groups -> groups.values().stream()
                        .anyMatch(found -> !found.members().isEmpty()))
                .orElse(false);
    }

    void forget(String group) {
        var unused = asked(open -> open.deleteConsumerGroups(List.of(group)).all());
    }

    synchronized void close() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return asked(open -> open.describeTopics(List.of(topic)).allTopicNames())
                .map(found -> found.get(topic))
                .stream()
                .flatMap(found -> found.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<Integer, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return asked(open -> open.listOffsets(wanted).all()).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        found -> found.getKey().partition(),
                        found -> found.getValue().offset()));
    }

    private Map<TopicPartition, @Nullable OffsetAndMetadata> committed(String group) {
        return asked(open -> open.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .orElse(Map.of());
    }

    /** Empty when the group is unknown, or in use when it should be forgotten. */
    private <T> Optional<T> asked(Function<Admin, KafkaFuture<T>> question) {
        try {
            return Optional.ofNullable(question.apply(open()).get(LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof GroupIdNotFoundException
                    || refused.getCause() instanceof GroupNotEmptyException) {
                return Optional.empty();
            }
            throw away(refused);
        } catch (TimeoutException | KafkaException away) {
            throw away(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away(interrupted);
        }
    }

    private synchronized Admin open() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS));
        }
        return admin;
    }

    private static PlatformException away(Exception cause) {
        return new PlatformException(KitErrorCode.UNAVAILABLE, "The bus does not answer: " + cause.getMessage(), cause);
    }
}
