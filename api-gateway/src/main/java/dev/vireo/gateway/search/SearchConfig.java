package dev.vireo.gateway.search;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clients of search-service. */
@Configuration(proxyBeanMethods = false)
class SearchConfig {
    private static final String SERVICE = "search";

    @Bean
    SearchGrpcClient searchGrpcClient(GrpcChannels channels) {
        return new SearchGrpcClient(channels.to(SERVICE));
    }

    @Bean
    DiscoverGrpcClient discoverGrpcClient(GrpcChannels channels) {
        return new DiscoverGrpcClient(channels.to(SERVICE));
    }

    @Bean
    GlobalSearchGrpcClient globalSearchGrpcClient(GrpcChannels channels) {
        return new GlobalSearchGrpcClient(channels.to(SERVICE));
    }
}
