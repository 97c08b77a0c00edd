package dev.vireo.gateway.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.gateway.catalog.CatalogProperties;
import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoAnswer;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.InstanceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers of {@code videos/{id}} for visitors without a token, written once for each state of the video. */
final class PublicAnswers {
    /** What is sent, and the video that it was made from. */
    record Answer(VideoView video, byte[] body) {}

    private record Key(InstanceId instance, UUID id) {}

    private final PublicVideos videos;
    private final VideoShapes shapes;
    private final JsonMapper json;
    private final Cache<Key, Answer> written;

    PublicAnswers(PublicVideos videos, VideoShapes shapes, JsonMapper json, CatalogProperties properties) {
        this.videos = videos;
        this.shapes = shapes;
        this.json = json;
        this.written = Caffeine.newBuilder()
                .maximumSize(properties.cacheSize())
                .expireAfterAccess(properties.cacheTime().multipliedBy(10))
                .build();
    }

    /** The answer; NOT_FOUND when there is no such video for everybody. */
    Answer find(Site site, String id) {
        UUID uuid = ShortUuid.parse(id).orElseThrow(() -> PlatformException.notFound("such video"));
        VideoView video = videos.find(site.instance(), uuid.toString())
                .orElseThrow(() -> PlatformException.notFound("such video"));
        Key key = new Key(site.instance(), uuid);
        @Nullable Answer known = written.getIfPresent(key);
        if (known != null && known.video().equals(video)) {
            return known;
        }
        Answer fresh = new Answer(video, json.writeValueAsBytes(shapes.details(new VideoAnswer(video, false), site)));
        written.put(key, fresh);
        return fresh;
    }

    /** The video has just changed through this gateway: visitors see it at once. */
    void forget(InstanceId instance, UUID id) {
        videos.forget(instance, id.toString());
    }
}
