package dev.vireo.gateway.playlist;

import dev.vireo.kit.grpc.GrpcChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Playlists over upload-service, and the public ones over search-service. */
@Configuration(proxyBeanMethods = false)
class VideoPlaylistConfig {
    @Bean
    VideoPlaylistGrpcClient videoPlaylistGrpcClient(GrpcChannels channels) {
        return new VideoPlaylistGrpcClient(channels.to("upload"));
    }

    @Bean
    PlaylistSearchGrpcClient playlistSearchGrpcClient(GrpcChannels channels) {
        return new PlaylistSearchGrpcClient(channels.to("search"));
    }
}
