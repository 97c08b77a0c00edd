package dev.vireo.upload.session;

import dev.vireo.kit.http.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the tus protocol before everything else, so that each answer carries its fields. */
@Configuration(proxyBeanMethods = false)
class TusConfig {
    private static final int BEFORE_THE_CALLER = -10;

    @Bean
    FilterRegistrationBean<TusProtocolFilter> tusProtocolFilter(JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new TusProtocolFilter(new ProblemWriter(json)));
        registration.setOrder(BEFORE_THE_CALLER);
        return registration;
    }
}
