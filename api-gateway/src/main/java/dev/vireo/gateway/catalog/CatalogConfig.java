package dev.vireo.gateway.catalog;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clients of upload-service's catalogue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfig {
    private static final String SERVICE = "upload";

    @Bean
    CatalogGrpcClient catalogGrpcClient(GrpcChannels channels) {
        return new CatalogGrpcClient(channels.to(SERVICE));
    }

    @Bean
    ChannelGrpcClient channelGrpcClient(GrpcChannels channels) {
        return new ChannelGrpcClient(channels.to(SERVICE));
    }

    @Bean
    PublicVideos publicVideos(CatalogGrpcClient catalog, CatalogProperties properties) {
        return new PublicVideos(catalog, properties);
    }
}
