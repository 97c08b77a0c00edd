package dev.vireo.gateway.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc.PlaylistServiceBlockingStub;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.kit.identity.InstanceId;
import io.grpc.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Playlists that grow while a video is encoded; many viewers of one ask transcode-service once. */
final class PlaylistGrpcClient {
    private static final int MOST_KEPT = 1_000;

    private record Key(InstanceId instance, String videoId, int version, String rendition) {}

    private final PlaylistServiceBlockingStub playlists;
    private final Cache<Key, byte[]> fresh;

    PlaylistGrpcClient(Channel channel, Duration cacheTime) {
        this.playlists = PlaylistServiceGrpc.newBlockingStub(channel);
        this.fresh = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(cacheTime)
                .build();
    }

    /** The text in UTF-8; NOT_FOUND before the first segment and after the clean-up. */
    byte[] playlist(InstanceId instance, MediaPath path) {
        return fresh.get(new Key(instance, path.videoId(), path.version(), path.rendition()), this::ask);
    }

    private byte[] ask(Key key) {
        var request = GetProgressPlaylistRequest.newBuilder()
                .setVideoId(key.videoId())
                .setVersion(key.version())
                .setRendition(key.rendition())
                .build();
        return UpstreamGrpcClient.answer(() -> playlists.getProgressPlaylist(request))
                .getPlaylist()
                .getBytes(StandardCharsets.UTF_8);
    }
}
