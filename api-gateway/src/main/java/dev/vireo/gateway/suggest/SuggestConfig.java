package dev.vireo.gateway.suggest;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of search-service's suggestions. */
@Configuration(proxyBeanMethods = false)
class SuggestConfig {
    @Bean
    SuggestGrpcClient suggestGrpcClient(GrpcChannels channels) {
        return new SuggestGrpcClient(channels.to("search"));
    }
}
