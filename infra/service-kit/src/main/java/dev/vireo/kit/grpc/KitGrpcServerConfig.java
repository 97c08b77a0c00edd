package dev.vireo.kit.grpc;

import dev.vireo.kit.identity.TokenVerifier;
import io.grpc.BindableService;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gRPC server for all {@link BindableService} beans of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GrpcProperties.class)
public class KitGrpcServerConfig {
    @Bean
    GrpcServer grpcServer(GrpcProperties properties, List<BindableService> services, TokenVerifier verifier) {
        return new GrpcServer(
                properties, services, List.of(new ErrorServerInterceptor(), new CallerServerInterceptor(verifier)));
    }
}
