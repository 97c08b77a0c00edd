package dev.vireo.gateway.web;

import dev.vireo.kit.identity.Instances;
import dev.vireo.kit.identity.TokenVerifier;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** The filters of every request, outermost first: problems, other origins, instance and caller, limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfig {
    @Bean
    InstanceOrigins instanceOrigins(Instances instances, WebProperties properties) {
        return new InstanceOrigins(instances, properties.scheme());
    }

    @Bean
    FilterRegistrationBean<Filter> problemFilter(JsonMapper json) {
        return ordered(new ProblemFilter(json), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> apiCorsFilter(WebProperties properties) {
        return ordered(new ApiCorsFilter(properties.preflightLifetime()), 1);
    }

    @Bean
    FilterRegistrationBean<Filter> instanceFilter(Instances instances, TokenVerifier verifier) {
        return ordered(new InstanceFilter(instances, verifier), 2);
    }

    @Bean
    FilterRegistrationBean<Filter> rateLimitFilter(WebProperties properties) {
        return ordered(new RateLimitFilter(properties), 3);
    }

    @Bean
    FilterRegistrationBean<Filter> concurrencyLimitFilter(WebProperties properties) {
        return ordered(new ConcurrencyLimitFilter(properties), 4);
    }

    private static FilterRegistrationBean<Filter> ordered(Filter filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
        return registration;
    }
}
