package dev.vireo.local.server;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics of a local cluster. */
public final class KafkaTopics {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private KafkaTopics() {}

    /** Creates the missing ones among these topics, and gives those that are there the settings they should have. */
    public static void ensure(String bootstrapServers, List<KafkaTopic> topics) {
        try (Admin admin = admin(bootstrapServers, LIMIT)) {
            Set<String> present = get(admin.listTopics().names(), "listing topics");
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            get(admin.createTopics(missing).all(), "creating topics");
            Map<ConfigResource, Collection<AlterConfigOp>> settings = topics.stream()
                    .filter(topic -> present.contains(topic.name()))
                    .filter(topic -> !topic.settings().isEmpty())
                    .collect(Collectors.toMap(
                            topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), KafkaTopics::set));
            get(admin.incrementalAlterConfigs(settings).all(), "setting up topics");
        } catch (KafkaException e) {
            throw new ServerException("Kafka at " + bootstrapServers + " refused: " + e.getMessage() + ".", e);
        }
    }

    private static Collection<AlterConfigOp> set(KafkaTopic topic) {
        return topic.settings().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    static boolean answers(String bootstrapServers) {
        try (Admin admin = admin(bootstrapServers, Duration.ofSeconds(5))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Admin admin(String bootstrapServers, Duration limit) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) limit.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis()));
    }

    private static <T> T get(KafkaFuture<T> future, String purpose) {
        try {
            return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            throw new ServerException("Kafka failed at " + purpose + ": " + e.getMessage() + ".", e);
        } catch (TimeoutException e) {
            throw new ServerException("Kafka did not answer in time at " + purpose + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted at " + purpose + ".", e);
        }
    }
}
