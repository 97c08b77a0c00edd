package dev.vireo.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** tus goes to upload-service, content of IPFS comes from seeder-service, streamed both ways. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteProperties.class)
class RouteConfig {
    private static final Logger LOG = LoggerFactory.getLogger(RouteConfig.class);
    private static final String INTERNAL = "vireo-";

    @Bean
    RouterFunction<ServerResponse> uploads(RouteProperties properties, InstanceOrigins origins) {
        return route().route(path("/api/v1/uploads").or(path("/api/v1/uploads/**")), http())
                .before(request -> internal(request, origins))
                .before(uri(properties.upload()))
                .filter(answered("upload"))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> ipfs(RouteProperties properties, InstanceOrigins origins) {
        return route().route(method(HttpMethod.GET).or(method(HttpMethod.HEAD)).and(path("/ipfs/**")), http())
                .before(request -> internal(request, origins))
                .before(uri(properties.seeder()))
                .filter(answered("seeder"))
                .build();
    }

    /** Nothing is decoded, followed, repeated or remembered: what comes is passed on. */
    @Bean
    ClientHttpRequestFactory proxyRequestFactory(RouteProperties properties) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                // As many for each service, so that whoever holds all of one keeps nobody from the other.
                .setMaxConnTotal(2 * properties.maxConnections())
                .setMaxConnPerRoute(properties.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.answerTimeout()))
                        .build())
                .build();
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.leaseTimeout()))
                        .setResponseTimeout(Timeout.of(properties.answerTimeout()))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        return new HttpComponentsClientHttpRequestFactory(client);
    }

    /** Headers between gateway and service come from the gateway alone. */
    private static ServerRequest internal(ServerRequest request, InstanceOrigins origins) {
        InstanceId instance = Callers.current().instance();
        return ServerRequest.from(request)
                .headers(headers -> {
                    internalNames(headers).forEach(headers::remove);
                    headers.set("Vireo-Instance", instance.value());
                    headers.set("Vireo-Public-Url", origins.origin(instance));
                })
                .build();
    }

    private static List<String> internalNames(HttpHeaders headers) {
        return headers.headerNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(INTERNAL))
                .toList();
    }

    private static HandlerFilterFunction<ServerResponse, ServerResponse> answered(String service) {
        return (request, next) -> {
            try {
                return next.handle(request);
            } catch (ResourceAccessException failed) {
                LOG.warn("Passing {} {} on has failed", request.method(), request.path(), failed);
                throw new PlatformException(
                        code(failed), "The " + service + " service cannot be reached: try again soon.", failed);
            }
        };
    }

    private static KitErrorCode code(ResourceAccessException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return KitErrorCode.TIMED_OUT;
            }
            if (cause instanceof ConnectException) {
                return KitErrorCode.UNAVAILABLE;
            }
        }
        return KitErrorCode.REMOTE_FAILED;
    }
}
