package dev.vireo.kit.origin;

import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OriginProperties.class)
public class KitOriginConfig {
    private static final int KEEP_ALIVE_MINUTES = 5;

    @Bean
    OriginStore originStore(OriginProperties properties) {
        return new S3OriginStore(http(properties), properties);
    }

    private static OkHttpClient http(OriginProperties properties) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(properties.maxConnections());
        dispatcher.setMaxRequestsPerHost(properties.maxConnections());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(properties.maxConnections(), KEEP_ALIVE_MINUTES, TimeUnit.MINUTES))
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.readTimeout())
                .followRedirects(false)
                .build();
    }
}
