package dev.vireo.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionTemplate;

/** From one application's outbox, over the broker, into a listener. */
final class EventsIT {
    private final String topic = "events-" + Ids.newId();
    private ConfigurableApplicationContext context;
    private TransactionTemplate transaction;
    private EventOutbox outbox;
    private Listener listener;

    @BeforeEach
    void start() {
        RealServers.kafka().createTopic(topic, 3);
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.application.name",
                "events-it",
                "spring.datasource.url",
                RealServers.postgres().newDatabase("events"),
                "spring.flyway.locations",
                "classpath:db/kit",
                "vireo.kafka.bootstrap-servers",
                RealServers.kafka().bootstrapServers(),
                "vireo.kafka.retry-initial",
                "20ms",
                "test.topic",
                topic));
        context = application.run();
        transaction = context.getBean(TransactionTemplate.class);
        outbox = context.getBean(EventOutbox.class);
        listener = context.getBean(Listener.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void publishesWhatIsCommittedInTheOrderOfEachKey() {
        for (int number = 0; number < 60; number++) {
            String value = Integer.toString(number);
            String key = "key" + number % 3;
            transaction.executeWithoutResult(status -> outbox.add(event(key, value)));
        }
        Eventually.holds("all came", () -> listener.values.size() == 60);
        for (String key : List.of("key0", "key1", "key2")) {
            int remainder = key.charAt(3) - '0';
            assertThat(listener.valuesOf(key))
                    .isEqualTo(IntStream.range(0, 60)
                            .filter(number -> number % 3 == remainder)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void publishesNothingThatIsRolledBackAndNothingOutsideATransaction() {
        transaction.executeWithoutResult(status -> {
            outbox.add(event("key", "undone"));
            status.setRollbackOnly();
        });
        assertThatIllegalStateException().isThrownBy(() -> outbox.add(event("key", "loose")));
        transaction.executeWithoutResult(status -> outbox.add(event("key", "done")));
        Eventually.holds("the committed one came", () -> listener.values.contains("key=done"));
        assertThat(listener.values).containsExactly("key=done");
    }

    @Test
    void takesEffectOnceHoweverOftenAnEventComes() {
        transaction.executeWithoutResult(status -> outbox.add(event("key", "once")));
        Eventually.holds("it came", () -> listener.values.size() == 1);
        sendAgain(listener.records.getFirst());
        transaction.executeWithoutResult(status -> outbox.add(event("key", "next")));
        Eventually.holds("the next came", () -> listener.values.contains("key=next"));
        assertThat(listener.values).containsExactly("key=once", "key=next");
        assertThat(listener.records).hasSize(3);
    }

    @Test
    void triesATransientFailureAgainAndMovesPoisonAside() {
        transaction.executeWithoutResult(status -> {
            outbox.add(event("key", "transient"));
            outbox.add(event("key", "poison"));
            outbox.add(event("key", "after"));
        });
        Eventually.holds("what follows came", () -> listener.values.contains("key=after"));
        assertThat(listener.values).containsExactly("key=transient", "key=after");
        assertThat(listener.transientTries).hasValue(4);
        List<ConsumerRecord<String, byte[]>> dead = readAll(topic + ".events-it.dlt");
        assertThat(dead).singleElement().satisfies(event -> {
            assertThat(event.value()).isEqualTo("poison".getBytes(StandardCharsets.UTF_8));
            assertThat(event.headers().lastHeader(CloudEvent.ID)).isNotNull();
            assertThat(event.headers().lastHeader("kafka_dlt-exception-message"))
                    .isNotNull();
        });
        assertThat(context.getBean(MeterRegistry.class)
                        .counter("vireo.events.dead", "topic", topic)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anOperatorSendsDeadLettersAgainWhenTheirCauseIsMended() {
        DeadLetters letters = context.getBean(DeadLetters.class);
        transaction.executeWithoutResult(status -> {
            outbox.add(event("key", "poison"));
            outbox.add(event("key", "after"));
        });
        Eventually.holds("what follows came", () -> listener.values.contains("key=after"));
        assertThat(letters.waiting())
                .filteredOn(letter -> letter.topic().equals(topic))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.key()).isEqualTo("key");
                    assertThat(letter.type()).isEqualTo("test.Event");
                    assertThat(letter.cause()).contains("cannot be read");
                });

        listener.mended = true;

        assertThat(letters.replay(topic).events()).isEqualTo(1);
        Eventually.holds("both came", () -> listener.values.size() == 2);
        assertThat(letters.replay(topic).events()).isZero();
        assertThat(letters.waiting()).noneMatch(letter -> letter.topic().equals(topic));
        assertThat(listener.values.getLast()).matches("key again .+=poison");
        assertThat(listener.records.getLast().partition())
                .isEqualTo(listener.records.getFirst().partition());
    }

    @Test
    void aCompactedTopicForgetsWhatWasSentAgainAndKeepsWhatIsNewer() throws Exception {
        DeadLetters letters = context.getBean(DeadLetters.class);
        transaction.executeWithoutResult(status -> {
            outbox.add(event("key", "poison"));
            outbox.add(event("key", "newer"));
        });
        Eventually.holds("the newer one came", () -> listener.values.contains("key=newer"));
        listener.mended = true;
        letters.replay(topic);
        Eventually.holds("both came", () -> listener.values.size() == 2);

        compactAtOnce();

        Eventually.holds("the copy is forgotten", () -> {
            transaction.executeWithoutResult(status -> outbox.add(event("other", "the last segment stays")));
            return !standing().contains("poison");
        });
        assertThat(standing()).contains("newer");
        assertThat(letters.waiting()).noneMatch(letter -> letter.topic().equals(topic));
    }

    @Test
    void carriesTheTraceOfItsCauseIntoTheListener() {
        transaction.executeWithoutResult(status -> outbox.add(event("key", "untraced")));
        Tracer tracer = context.getBean(Tracer.class);
        String cause = Observation.createNotStarted("cause", context.getBean(ObservationRegistry.class))
                .observe(() -> {
                    transaction.executeWithoutResult(status -> outbox.add(event("key", "traced")));
                    return traceId(tracer);
                });
        Eventually.holds("both came", () -> listener.values.size() == 2);

        assertThat(listener.records.getFirst().headers().lastHeader(CloudEvent.TRACE_PARENT))
                .isNull();
        assertThat(new String(
                        listener.records
                                .getLast()
                                .headers()
                                .lastHeader(CloudEvent.TRACE_PARENT)
                                .value(),
                        StandardCharsets.UTF_8))
                .startsWith("00-" + cause + "-");
        assertThat(listener.traces.getFirst()).isNotEqualTo(cause);
        assertThat(listener.traces.getLast()).isEqualTo(cause);
    }

    private static String traceId(Tracer tracer) {
        return Objects.requireNonNull(tracer.currentTraceContext().context()).traceId();
    }

    private OutboxEvent event(String key, String value) {
        return new OutboxEvent(topic, key, "test.Event", value.getBytes(StandardCharsets.UTF_8));
    }

    private static void sendAgain(ConsumerRecord<String, byte[]> event) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(
                    event.topic(), event.partition(), event.key(), event.value(), event.headers()));
        }
    }

    private void compactAtOnce() throws Exception {
        List<AlterConfigOp> settings = Stream.of(
                        "cleanup.policy=compact", "segment.ms=1", "min.cleanable.dirty.ratio=0.01")
                .map(setting -> setting.split("=", 2))
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting[0], setting[1]), AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** The values that are in the topic now. */
    private List<String> standing() {
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 3)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(java.time.Duration.ofMillis(100)).forEach(event -> {
                    if (event.value() != null) {
                        found.add(new String(event.value(), StandardCharsets.UTF_8));
                    }
                });
            }
        }
        return found;
    }

    private static List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", RealServers.kafka().bootstrapServers(),
                        "group.id", Ids.newId().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Eventually.holds("there is one", () -> {
                consumer.poll(java.time.Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
        }
        return found;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitEventConfig.class, Listener.class})
    static class Application {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static class Listener {
        private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();
        private final List<String> values = new CopyOnWriteArrayList<>();
        private final AtomicInteger transientTries = new AtomicInteger();
        private final List<String> traces = new CopyOnWriteArrayList<>();
        private final ProcessedEvents processed;
        private final TransactionTemplate transaction;
        private final Tracer tracer;
        private volatile boolean mended;

        Listener(ProcessedEvents processed, TransactionTemplate transaction, Tracer tracer) {
            this.tracer = tracer;
            this.processed = processed;
            this.transaction = transaction;
        }

        @KafkaListener(topics = "${test.topic}", containerFactory = "eventListenerFactory")
        void on(ConsumerRecord<String, byte[]> event) {
            records.add(event);
            traces.add(traceId(tracer));
            String value = new String(event.value(), StandardCharsets.UTF_8);
            if (value.equals("transient") && transientTries.incrementAndGet() < 4) {
                throw new org.springframework.dao.DataAccessResourceFailureException("away for a moment");
            }
            if (value.equals("poison") && !mended) {
                throw new PoisonEventException("cannot be read");
            }
            transaction.executeWithoutResult(status -> {
                if (processed.firstTime("events-it", event)) {
                    values.add(event.key() + "=" + value);
                }
            });
        }

        List<String> valuesOf(String key) {
            return values.stream()
                    .filter(value -> value.startsWith(key + "="))
                    .map(value -> value.substring(key.length() + 1))
                    .toList();
        }
    }
}
