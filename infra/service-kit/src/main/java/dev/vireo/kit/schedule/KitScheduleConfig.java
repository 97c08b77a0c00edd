package dev.vireo.kit.schedule;

import java.time.Clock;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.ErrorHandler;

/** Runs {@code @Scheduled} methods, on virtual threads or not, with one voice for their failures. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class KitScheduleConfig {

    @Bean
    ErrorHandler scheduledErrors(Clock clock) {
        return new ScheduledErrors(clock);
    }

    @Bean
    SimpleAsyncTaskSchedulerCustomizer scheduledErrorsOnVirtualThreads(ErrorHandler scheduledErrors) {
        return scheduler -> scheduler.setErrorHandler(scheduledErrors);
    }

    @Bean
    ThreadPoolTaskSchedulerCustomizer scheduledErrorsOnPooledThreads(ErrorHandler scheduledErrors) {
        return scheduler -> scheduler.setErrorHandler(scheduledErrors);
    }
}
