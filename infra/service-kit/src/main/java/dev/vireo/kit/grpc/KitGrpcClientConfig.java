package dev.vireo.kit.grpc;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels to the services of {@code vireo.grpc.clients}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GrpcProperties.class)
public class KitGrpcClientConfig {
    @Bean
    GrpcChannels grpcChannels(GrpcProperties properties, ObservationRegistry observations) {
        return new GrpcChannels(properties, observations);
    }
}
