package dev.vireo.seeder;

import dev.vireo.kit.config.KitConfigurationCheckConfig;
import dev.vireo.kit.event.KitEventConfig;
import dev.vireo.kit.grpc.KitGrpcServerConfig;
import dev.vireo.kit.http.KitHttpConfig;
import dev.vireo.kit.identity.KitIdentityConfig;
import dev.vireo.kit.origin.KitOriginConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The seeder service as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({
    KitConfigurationCheckConfig.class,
    KitIdentityConfig.class,
    KitHttpConfig.class,
    KitGrpcServerConfig.class,
    KitEventConfig.class,
    KitOriginConfig.class
})
public class SeederServiceApplication {

    /** Starts the service; it stops on SIGTERM and gives its tasks back. */
    public static void main(String[] arguments) {
        SpringApplication.run(SeederServiceApplication.class, arguments);
    }
}
