package dev.vireo.gateway.caption;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Captions over upload-service. */
@Configuration(proxyBeanMethods = false)
class CaptionConfig {
    @Bean
    CaptionGrpcClient captionGrpcClient(GrpcChannels channels) {
        return new CaptionGrpcClient(channels.to("upload"));
    }
}
