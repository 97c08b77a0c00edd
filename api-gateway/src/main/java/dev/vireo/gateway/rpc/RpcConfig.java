package dev.vireo.gateway.rpc;

import dev.vireo.kit.grpc.GrpcChannels;
import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.kit.identity.Instances;
import dev.vireo.kit.identity.TokenVerifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public gRPC door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RpcProperties.class)
class RpcConfig {
    @Bean
    GrpcServer publicGrpcServer(
            RpcProperties properties, GrpcChannels channels, Instances instances, TokenVerifier verifier) {
        return new GrpcServer(
                properties.endpoint(),
                server -> server.fallbackHandlerRegistry(AllowedGrpcClient.of(
                                channels.raw("upload"),
                                channels.raw("transcode"),
                                channels.raw("search"),
                                channels.raw("seeder"),
                                properties))
                        .intercept(new DoorGrpcService(instances, verifier, properties.maxCalls())));
    }
}
