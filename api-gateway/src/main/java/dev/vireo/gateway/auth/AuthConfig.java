package dev.vireo.gateway.auth;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Signing in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthProperties.class)
class AuthConfig {
    @Bean
    KeycloakHttpClient keycloakHttpClient(JsonMapper json, AuthProperties properties) {
        return new KeycloakHttpClient(json, properties.timeout());
    }
}
