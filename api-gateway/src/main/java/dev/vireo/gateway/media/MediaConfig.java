package dev.vireo.gateway.media;

import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.kit.grpc.GrpcChannels;
import dev.vireo.kit.origin.OriginHttpClient;
import dev.vireo.kit.origin.OriginProperties;
import dev.vireo.kit.origin.OriginStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Media from the origin. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MediaProperties.class, RangeCacheProperties.class, StreamingProperties.class})
class MediaConfig {
    private static final Logger LOG = LoggerFactory.getLogger(MediaConfig.class);
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
        return new OriginHttpClient(origin::presignedGet, store, properties.maxReads());
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

    /** A door that cannot write is a door still: a container may have a read-only disk. */
    @Bean
    RangeCache rangeCache(RangeCacheProperties properties, MeterRegistry metrics) {
        RangeFolder folder = null;
        if (properties.size().toBytes() > 0) {
            Path parent = properties.folder() == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), "vireo-media")
                    : properties.folder();
            try {
                folder = RangeFolder.claim(parent);
            } catch (IOException unusable) {
                LOG.warn("Nothing can be kept in {}: every range is read from the store", parent, unusable);
            }
        }
        return new RangeCache(folder, properties, metrics);
    }

    @Bean
    MediaAccess mediaAccess(PublicVideos videos, MediaSignatures signatures) {
        return new MediaAccess(videos, signatures);
    }

    @Bean
    MediaObjects mediaObjects(OriginStore origin, OriginHttpClient reader, MediaProperties properties) {
        return new MediaObjects(origin, reader, properties);
    }

    @Bean
    ServletRegistrationBean<MediaController> mediaServlet(
            MediaAccess access,
            MediaObjects objects,
            OriginStore origin,
            RangeCache cache,
            BodyCopier copier,
            GrpcChannels channels,
            MediaProperties properties) {
        var controller = new MediaController(
                access,
                objects,
                new PlaylistGrpcClient(channels.to(TRANSCODE), properties.growingCacheTime()),
                new MediaRedirects(origin, properties),
                cache,
                copier);
        var registration = new ServletRegistrationBean<>(controller, "/media/*");
        registration.setName("media");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
