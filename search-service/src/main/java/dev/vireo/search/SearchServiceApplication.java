package dev.vireo.search;

import dev.vireo.kit.config.KitConfigurationCheckConfig;
import dev.vireo.kit.group.KitGroupConfig;
import dev.vireo.kit.grpc.KitGrpcServerConfig;
import dev.vireo.kit.http.KitHttpConfig;
import dev.vireo.kit.identity.KitIdentityConfig;
import dev.vireo.kit.schedule.KitScheduleConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Indexes what the bus tells and answers lists and searches. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({
    KitConfigurationCheckConfig.class,
    KitIdentityConfig.class,
    KitHttpConfig.class,
    KitGrpcServerConfig.class,
    KitGroupConfig.class,
    KitScheduleConfig.class
})
public class SearchServiceApplication {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(SearchServiceApplication.class, arguments);
    }
}
