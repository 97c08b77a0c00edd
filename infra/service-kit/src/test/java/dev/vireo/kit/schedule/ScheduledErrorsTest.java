package dev.vireo.kit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.CannotCreateTransactionException;

final class ScheduledErrorsTest {
    private final Throwable away =
            new CannotCreateTransactionException("no transaction", new SQLTransientConnectionException("refused"));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void anOutageIsOneLineForAllWork() {
        ScheduledErrors errors = new ScheduledErrors(Clock.systemUTC());
        for (int time = 0; time < 100; time++) {
            errors.handleError(away);
            errors.handleError(new PlatformException(KitErrorCode.UNAVAILABLE, "The store is away."));
        }
        assertThat(log.list).singleElement().satisfies(ScheduledErrorsTest::assertOneLine);
    }

    @Test
    void aLongOneIsToldAgain() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        ScheduledErrors errors = new ScheduledErrors(now::get);
        errors.handleError(away);
        now.set(Instant.EPOCH.plusSeconds(59));
        errors.handleError(away);
        assertThat(log.list).hasSize(1);
        now.set(Instant.EPOCH.plusSeconds(60));
        errors.handleError(away);
        assertThat(log.list).hasSize(2);
    }

    @Test
    void aDefectIsToldWholeEachTime() {
        ScheduledErrors errors = new ScheduledErrors(Clock.systemUTC());
        errors.handleError(new IllegalStateException("a defect"));
        errors.handleError(new IllegalStateException("a defect"));
        assertThat(log.list).hasSize(2).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getThrowableProxy()).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everySchedulerTellsThem(boolean virtualThreads) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withUserConfiguration(KitScheduleConfig.class)
                .withPropertyValues("spring.threads.virtual.enabled=" + virtualThreads)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(Work.class)
                .run(context -> assertThat(context.getBean(Work.class).tries.await(1, TimeUnit.MINUTES))
                        .as("a failure does not end the work")
                        .isTrue());
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .satisfies(ScheduledErrorsTest::assertOneLine);
    }

    private static void assertOneLine(ILoggingEvent event) {
        assertThat(event.getLevel()).isEqualTo(Level.WARN);
        assertThat(event.getThrowableProxy()).isNull();
        assertThat(event.getFormattedMessage()).contains("away").doesNotContain("\n");
    }

    /** Work on a database that is away. */
    static final class Work {
        private final CountDownLatch tries = new CountDownLatch(5);

        @Scheduled(fixedDelay = 10)
        void work() {
            tries.countDown();
            throw new CannotCreateTransactionException("none", new SQLTransientConnectionException("refused"));
        }
    }
}
