package dev.vireo.kit.config;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start with unknown keys under {@code vireo.}. */
@Configuration(proxyBeanMethods = false)
public class KitConfigurationCheckConfig {
    @Bean
    KnownKeysCheck knownKeysCheck(ListableBeanFactory beans, ConfigurableEnvironment environment) {
        return new KnownKeysCheck(beans, environment);
    }
}
