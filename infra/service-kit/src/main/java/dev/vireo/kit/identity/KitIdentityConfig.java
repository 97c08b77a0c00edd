package dev.vireo.kit.identity;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Instances, token verification and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstanceProperties.class)
public class KitIdentityConfig {
    @Bean
    Instances instances(InstanceProperties properties) {
        return new Instances(properties.instances().stream()
                .map(InstanceProperties.Entry::toInstance)
                .toList());
    }

    @Bean
    TokenVerifier tokenVerifier(Instances instances) {
        return new TokenVerifier(instances);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
