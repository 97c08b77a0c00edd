package dev.vireo.e2e;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A video or a playlist, with what would give it away.
 *
 * @param owner may remove it
 * @param kind as in its address
 * @param word in its title and texts, and in nothing else
 * @param spoken another, which is only spoken in it
 * @param thing as its owner sees it
 */
record Planted(Person owner, String kind, String word, String spoken, JsonNode thing) {
    static final String VIDEOS = "videos";
    static final String PLAYLISTS = "video-playlists";

    boolean isVideo() {
        return kind.equals(VIDEOS);
    }

    boolean isPublic() {
        return thing.at("/privacy/id").asInt() == 1;
    }

    /** Whoever has its address may open it, and see that it is gone. */
    boolean isUnlisted() {
        return thing.at("/privacy/id").asInt() == 2;
    }

    boolean isIn(String text) {
        return Stream.of(word, spoken, id(), shortId()).anyMatch(text::contains);
    }

    String id() {
        return thing.path("uuid").asString();
    }

    String shortId() {
        return thing.path("shortUUID").asString();
    }

    String path() {
        return "/api/v1/" + kind + "/" + id();
    }

    /** Of its channel or its owner's account. */
    String idOf(String party) {
        return thing.path(party).path("id").asString();
    }
}
