package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KafkaServerIT {
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "kafka");
    private final KafkaServer server =
            new KafkaServer(ServerBinaries.locate(), data, Port.free(), Port.free(), Map.of("task.v1", 2));

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
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("task.v1", "key", value)).get(10, TimeUnit.SECONDS);
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
