package dev.vireo.gateway;

import dev.vireo.kit.config.KitConfigurationCheckConfig;
import dev.vireo.kit.grpc.KitGrpcClientConfig;
import dev.vireo.kit.identity.KitIdentityConfig;
import dev.vireo.kit.origin.KitOriginConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The public door of the platform. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({KitIdentityConfig.class, KitGrpcClientConfig.class, KitOriginConfig.class, KitConfigurationCheckConfig.class})
public class ApiGatewayApplication {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(ApiGatewayApplication.class, arguments);
    }
}
