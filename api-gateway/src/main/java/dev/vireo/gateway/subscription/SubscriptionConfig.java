package dev.vireo.gateway.subscription;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscriptions over upload-service. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfig {
    @Bean
    SubscriptionGrpcClient subscriptionGrpcClient(GrpcChannels channels) {
        return new SubscriptionGrpcClient(channels.to("upload"));
    }
}
