package dev.vireo.gateway.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages. */
@Configuration(proxyBeanMethods = false)
class PageConfig {
    @Bean
    Pages pages() {
        return new Pages(WebClient.built());
    }
}
