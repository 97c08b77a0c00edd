package dev.vireo.gateway.progress;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of transcode-service's jobs. */
@Configuration(proxyBeanMethods = false)
class ProgressConfig {
    @Bean
    JobGrpcClient jobGrpcClient(GrpcChannels channels) {
        return new JobGrpcClient(channels.to("transcode"));
    }
}
