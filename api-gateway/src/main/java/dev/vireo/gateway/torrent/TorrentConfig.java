package dev.vireo.gateway.torrent;

import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Torrents over seeder-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TorrentProperties.class, SharingProperties.class})
class TorrentConfig {
    @Bean
    SwarmGrpcClient swarmGrpcClient(GrpcChannels channels) {
        return new SwarmGrpcClient(channels.to("seeder"));
    }

    @Bean
    TorrentLinks torrentLinks(MediaLinks media, InstanceOrigins origins, TorrentProperties properties) {
        return new TorrentLinks(media, origins, properties);
    }

    @Bean
    PlayerSharing playerSharing(TorrentLinks torrents, SharingProperties properties) {
        return new PlayerSharing(torrents, properties);
    }
}
