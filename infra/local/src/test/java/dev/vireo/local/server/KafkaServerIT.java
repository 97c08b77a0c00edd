package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KafkaServerIT {
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "kafka");
    private final KafkaServer server = new KafkaServer(
            ServerBinaries.locate(), data, Port.free(), Port.free(), List.of(KafkaTopic.passing("task.v1", 2)));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill9();
        OwnedFolders.delete(data.root());
    }

    @Test
    void aShareGroupKeepsWhatWasAcceptedOverAKillAndGetsTheRestAgain() throws Exception {
        readFromEarliest("workers");
        send("one");
        send("two");
        try (KafkaShareConsumer<String, String> consumer = consumer()) {
            ConsumerRecord<String, String> done = take(consumer, 1).getFirst();
            consumer.acknowledge(done, AcknowledgeType.ACCEPT);
            assertThat(consumer.commitSync(Duration.ofSeconds(10)).values()).allMatch(error -> error.isEmpty());
            server.kill9();
            server.start();
            String other = "one".equals(done.value()) ? "two" : "one";
            List<ConsumerRecord<String, String>> rest = take(consumer, 1);
            assertThat(rest).extracting(ConsumerRecord::value).containsExactly(other);
            rest.forEach(consumer::acknowledge);
        }
    }

    @Test
    void topicsOfSnapshotsKeepTheNewestOfEachKeyThoseToThatWereMadeBefore() throws Exception {
        send("of before");
        KafkaTopics.ensure(
                server.bootstrapServers(),
                List.of(KafkaTopic.ofSnapshots("task.v1", 2), KafkaTopic.ofSnapshots("fact.v1", 3)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            for (String topic : List.of("task.v1", "fact.v1")) {
                Config config = admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, topic)))
                        .all()
                        .get(10, TimeUnit.SECONDS)
                        .values()
                        .iterator()
                        .next();
                assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
                assertThat(Duration.ofMillis(Long.parseLong(
                                config.get("min.compaction.lag.ms").value())))
                        .isEqualTo(Duration.ofDays(7));
            }
            // The cleaner does it when it likes to: here it may at once, and a segment ends with each event.
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "fact.v1"),
                            Stream.of("min.compaction.lag.ms=0", "segment.ms=1", "min.cleanable.dirty.ratio=0.01")
                                    .map(setting -> setting.split("="))
                                    .map(setting -> new AlterConfigOp(
                                            new ConfigEntry(setting[0], setting[1]), AlterConfigOp.OpType.SET))
                                    .toList()))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
        for (int number = 0; number < 30; number++) {
            sendTo("fact.v1", "a", "a" + number);
            sendTo("fact.v1", "b", "b" + number);
        }
        assertThat(settled()).contains("a29", "b29").doesNotContain("a0", "b0");
    }

    /** What is left of the topic once the first events were compacted away. */
    private List<String> settled() {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        List<String> left = List.of();
        do {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                List<TopicPartition> partitions = IntStream.range(0, 3)
                        .mapToObj(number -> new TopicPartition("fact.v1", number))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                List<String> read = new ArrayList<>();
                while (!(read.contains("a29") && read.contains("b29")) && System.nanoTime() < deadline) {
                    consumer.poll(Duration.ofMillis(100)).forEach(event -> read.add(event.value()));
                }
                left = read;
            }
        } while ((left.contains("a0") || left.contains("b0")) && System.nanoTime() < deadline);
        return left;
    }

    private void readFromEarliest(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, group),
                            Set.of(new AlterConfigOp(
                                    new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
    }

    private void send(String value) throws Exception {
        sendTo("task.v1", "key", value);
    }

    private void sendTo(String topic, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get(10, TimeUnit.SECONDS);
        }
    }

    private KafkaShareConsumer<String, String> consumer() {
        KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                Map.of(
                        "bootstrap.servers", server.bootstrapServers(),
                        "group.id", "workers",
                        "share.acknowledgement.mode", "explicit",
                        "share.acquire.mode", "record_limit",
                        "max.poll.records", 1),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("task.v1"));
        return consumer;
    }

    private static List<ConsumerRecord<String, String>> take(KafkaShareConsumer<String, String> consumer, int count) {
        List<ConsumerRecord<String, String>> taken = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (taken.size() < count && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(500)).forEach(taken::add);
        }
        return taken;
    }
}
