package dev.vireo.gateway.media;

import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.kit.grpc.GrpcChannels;
import dev.vireo.kit.origin.OriginProperties;
import dev.vireo.kit.origin.OriginStore;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Media from the origin. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MediaProperties.class, StreamingProperties.class})
class MediaConfig {
    private static final String TRANSCODE = "transcode";

    @Bean
    MediaSignatures mediaSignatures(MediaProperties properties, Clock clock) {
        return new MediaSignatures(properties.signingKey(), properties.signedLinkLifetime(), clock);
    }

    @Bean
    MediaLinks mediaLinks(MediaSignatures signatures, MediaProperties properties, OriginProperties origin) {
        List<String> foreign = properties.delivery() == MediaProperties.Delivery.STREAM
                ? List.of()
                : Stream.of(properties.redirectBase(), origin.endpoint())
                        .flatMap(Stream::ofNullable)
                        .map((URI address) -> MediaLinks.originOf(address))
                        .distinct()
                        .toList();
        return new MediaLinks(signatures, foreign);
    }

    @Bean
    OriginHttpClient originHttpClient(OriginStore origin, OriginProperties store, StreamingProperties properties) {
        return new OriginHttpClient(origin, store, properties.maxReads());
    }

    @Bean
    BodyCopier bodyCopier(StreamingProperties properties) {
        return new BodyCopier(properties.fastThreads());
    }

    /** Tomcat sends a body in pieces of its write buffer; with the 8 KiB it comes with, most of the work is calls. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> writeBuffer(StreamingProperties properties) {
        String bytes = Long.toString(properties.writeBuffer().toBytes());
        return tomcat ->
                tomcat.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", bytes));
    }

    @Bean
    ServletRegistrationBean<MediaController> mediaServlet(
            PublicVideos videos,
            MediaSignatures signatures,
            OriginStore origin,
            OriginHttpClient originHttpClient,
            BodyCopier copier,
            GrpcChannels channels,
            MediaProperties properties) {
        var controller = new MediaController(
                new MediaAccess(videos, signatures),
                new MediaObjects(origin, originHttpClient, properties),
                new PlaylistGrpcClient(channels.to(TRANSCODE), properties.growingCacheTime()),
                new MediaRedirects(origin, properties),
                copier);
        var registration = new ServletRegistrationBean<>(controller, "/media/*");
        registration.setName("media");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
