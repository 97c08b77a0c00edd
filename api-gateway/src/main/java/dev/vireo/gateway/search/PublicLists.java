package dev.vireo.gateway.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.gateway.catalog.CatalogProperties;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists as they are sent. For visitors without a token each is asked for and written once in a moment
 * ({@code vireo.gateway.catalog.list-cache-time}): the first page of an instance is wanted by everybody at once.
 */
@Component
final class PublicLists {
    private record Key(InstanceId instance, VideoListQuery query) {}

    private final VideoPages pages;
    private final JsonMapper json;
    private final Cache<Key, byte[]> written;

    PublicLists(VideoPages pages, JsonMapper json, CatalogProperties properties) {
        this.pages = pages;
        this.json = json;
        this.written = Caffeine.newBuilder()
                .expireAfterWrite(properties.listCacheTime())
                .maximumWeight(properties.listCacheSize().toBytes())
                .weigher((Key key, byte[] list) -> list.length)
                .build();
    }

    /** A plain list as the caller sees it. */
    byte[] list(VideoListQuery query) {
        Caller caller = Callers.current();
        return caller.signedIn()
                ? write(query)
                : written.get(new Key(caller.instance(), query), key -> write(key.query()));
    }

    private byte[] write(VideoListQuery query) {
        return json.writeValueAsBytes(pages.list(query));
    }
}
