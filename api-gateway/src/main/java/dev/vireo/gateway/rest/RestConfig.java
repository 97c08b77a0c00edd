package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.CatalogProperties;
import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.torrent.TorrentLinks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** PeerTube's REST API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestProperties.class)
class RestConfig {
    @Bean
    VideoShapes videoShapes(MediaLinks links, TorrentLinks torrents) {
        return new VideoShapes(links, torrents);
    }

    @Bean
    VideoPlaylistShapes videoPlaylistShapes(MediaLinks links) {
        return new VideoPlaylistShapes(links);
    }

    @Bean
    PublicAnswers publicAnswers(
            PublicVideos videos, VideoShapes shapes, JsonMapper json, CatalogProperties properties) {
        return new PublicAnswers(videos, shapes, json, properties);
    }
}
