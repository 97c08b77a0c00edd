package dev.vireo.search.document;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A playlist as it is found.
 *
 * @param displayName the name a person reads
 * @param description free text
 * @param channel where it is
 * @param account whose it is
 * @param contents what is in it
 * @param created in milliseconds since 1970
 * @param updated in milliseconds since 1970
 * @param snapshot a serialized {@code Playlist} of the contracts without its elements: what an answer gives
 */
public record PlaylistDocument(
        String displayName,
        String description,
        VideoDocument.Party channel,
        VideoDocument.Party account,
        Contents contents,
        long created,
        long updated,
        byte[] snapshot) {

    /**
     * What is in a playlist.
     *
     * @param length how many elements
     * @param cover id of the first one's video; empty when there is none
     */
    public record Contents(int length, String cover) {}

    /** In the fields of {@code index/playlist.json}. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("displayName", displayName);
        fields.put("description", description);
        fields.put("channel", party(channel));
        fields.put("account", party(account));
        fields.put("length", contents.length());
        if (!contents.cover().isEmpty()) {
            fields.put("cover", contents.cover());
        }
        fields.put("createdAt", created);
        fields.put("updatedAt", updated);
        fields.put("snapshot", Base64.getEncoder().encodeToString(snapshot));
        return fields;
    }

    private static Map<String, Object> party(VideoDocument.Party party) {
        return Map.of("id", party.id(), "name", party.name(), "displayName", party.displayName());
    }
}
