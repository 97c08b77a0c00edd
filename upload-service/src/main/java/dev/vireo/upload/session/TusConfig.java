package dev.vireo.upload.session;

import dev.vireo.kit.http.ProblemWriter;
import java.time.Clock;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the tus protocol before everything else, so that each answer carries its fields. */
@Configuration(proxyBeanMethods = false)
class TusConfig {
    private static final int BEFORE_THE_CALLER = -10;
    private static final String READ_BUFFER = String.valueOf(64 * 1024);

    @Bean
    FilterRegistrationBean<TusProtocolFilter> tusProtocolFilter(JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new TusProtocolFilter(new ProblemWriter(json)));
        registration.setOrder(BEFORE_THE_CALLER);
        return registration;
    }

    /** Tomcat gives a body out in pieces of its read buffer; with the 8 KiB it comes with, much of the work is calls. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readBuffer() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appReadBufSize", READ_BUFFER));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies(UploadProperties properties, Clock clock) {
        return tomcat -> tomcat.addEngineValves(new UnreadBodyValve(properties.idleLimit(), clock));
    }
}
