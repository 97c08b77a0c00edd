package dev.vireo.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.Ids;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Events that a listener gets together, and one of which it fails on. */
final class BatchEventsIT {
    private static final int EVENTS = 40;

    private final String topic = "batches-" + Ids.newId();

    @Test
    void onlyThePoisonGoesToTheDeadLettersThoughTheListenerDoesNotNameIt() throws Exception {
        Listener listener = run("bad");
        assertThat(listener.most).as("events at once").hasValueGreaterThan(1);
        assertThat(listener.tries)
                .as("tries of the bad one, with others or alone")
                .hasValueGreaterThan(2);
    }

    @Test
    void onlyTheNamedOneGoesToTheDeadLetters() throws Exception {
        Listener listener = run("named");
        assertThat(listener.tries).hasValue(3);
    }

    @Test
    void aFailureThatPassesCostsNoEvent() throws Exception {
        Listener listener = run("away");
        assertThat(listener.tries).hasValue(6);
    }

    @Test
    void onlyTheOneThatNeverGetsThroughAloneIsGivenUp() throws Exception {
        Listener listener = run("stuck");
        assertThat(listener.tries)
                .as("tries of the stuck one, with others or alone")
                .hasValueGreaterThan(2);
    }

    /** One of the events in the middle is special. */
    private Listener run(String special) throws Exception {
        RealServers.kafka().createTopic(topic, 2);
        List<String> plain = IntStream.range(0, EVENTS)
                .mapToObj(number -> number == EVENTS / 2 ? special : Integer.toString(number))
                .toList();
        send(plain);
        try (ConfigurableApplicationContext context = started()) {
            Listener listener = context.getBean(Listener.class);
            boolean lost = !special.equals("away");
            Eventually.holds(
                    "the others are done",
                    () -> listener.done.containsAll(plain.stream()
                            .filter(value -> !lost || !value.equals(special))
                            .toList()));
            send(List.of("later"));
            Eventually.holds("what came later is done", () -> listener.done.contains("later"));
            DeadLetters letters = context.getBean(DeadLetters.class);
            if (lost) {
                Eventually.holds("one is given up", () -> !dead(letters).isEmpty());
                assertThat(dead(letters)).containsExactly(special);
                assertThat(listener.done).doesNotContain(special);
            } else {
                assertThat(dead(letters)).isEmpty();
            }
            return listener;
        }
    }

    private List<String> dead(DeadLetters letters) {
        return letters.waiting().stream()
                .filter(letter -> letter.topic().equals(topic))
                .map(DeadLetters.DeadLetter::key)
                .toList();
    }

    private ConfigurableApplicationContext started() {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.application.name",
                "batches-it",
                "vireo.kafka.bootstrap-servers",
                RealServers.kafka().bootstrapServers(),
                "vireo.kafka.retry-initial",
                "20ms",
                "vireo.kafka.retry-for",
                "1s",
                "test.topic",
                topic));
        return application.run();
    }

    private void send(List<String> values) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value, value.getBytes(StandardCharsets.UTF_8)))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration.class,
                org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration.class
            })
    @Import({KitListenerConfig.class, Listener.class})
    static class Application {}

    static class Listener {
        private final List<String> done = new CopyOnWriteArrayList<>();
        private final AtomicInteger tries = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @KafkaListener(topics = "${test.topic}", containerFactory = "eventBatchListenerFactory")
        void on(List<ConsumerRecord<String, byte[]>> events) {
            most.accumulateAndGet(events.size(), Math::max);
            for (ConsumerRecord<String, byte[]> event : events) {
                String value = new String(event.value(), StandardCharsets.UTF_8);
                if (value.equals("away") && tries.incrementAndGet() < 6) {
                    throw new PlatformException(KitErrorCode.UNAVAILABLE, "away for a moment");
                }
                if (value.equals("stuck")) {
                    tries.incrementAndGet();
                    throw new PlatformException(KitErrorCode.UNAVAILABLE, "never there for this one");
                }
                if (value.equals("bad")) {
                    tries.incrementAndGet();
                    throw new IllegalStateException("cannot be read");
                }
                if (value.equals("named")) {
                    tries.incrementAndGet();
                    throw new BatchListenerFailedException("this one", new IllegalStateException("broken"), event);
                }
                done.add(value);
            }
        }
    }
}
