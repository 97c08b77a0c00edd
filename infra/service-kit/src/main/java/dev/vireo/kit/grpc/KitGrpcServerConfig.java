package dev.vireo.kit.grpc;

import dev.vireo.kit.identity.TokenVerifier;
import io.grpc.BindableService;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcServerInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gRPC server for all {@link BindableService} beans of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GrpcProperties.class)
public class KitGrpcServerConfig {
    @Bean
    GrpcServer grpcServer(
            GrpcProperties properties,
            List<BindableService> services,
            TokenVerifier verifier,
            ObservationRegistry observations) {
        return new GrpcServer(properties.endpoint(), server -> {
            services.forEach(server::addService);
            // The last one added sees a call first.
            server.intercept(new CallerServerInterceptor(verifier))
                    .intercept(new ErrorServerInterceptor())
                    .intercept(new ObservationGrpcServerInterceptor(observations));
        });
    }
}
