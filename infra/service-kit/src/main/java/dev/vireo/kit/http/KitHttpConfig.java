package dev.vireo.kit.http;

import dev.vireo.kit.identity.TokenVerifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** For an internal HTTP door: each request's caller is verified, failures are problem documents. */
@Configuration(proxyBeanMethods = false)
@Import(KitProblemConfig.class)
public class KitHttpConfig {
    @Bean
    FilterRegistrationBean<CallerFilter> callerFilter(TokenVerifier verifier, JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new CallerFilter(verifier, new ProblemWriter(json)));
        registration.setOrder(0);
        return registration;
    }
}
