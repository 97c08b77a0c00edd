package dev.vireo.search.document;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A channel as it is found.
 *
 * @param name its handle without the host
 * @param displayName the name a person reads
 * @param description free text
 * @param owner whose it is
 * @param created in milliseconds since 1970
 * @param updated in milliseconds since 1970
 * @param snapshot a serialized {@code Channel} of the contracts: what an answer gives
 */
public record ChannelDocument(
        String name,
        String displayName,
        String description,
        VideoDocument.Party owner,
        long created,
        long updated,
        byte[] snapshot) {

    /** In the fields of {@code index/channel.json}. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("displayName", displayName);
        fields.put("description", description);
        fields.put("owner", Map.of("id", owner.id(), "name", owner.name(), "displayName", owner.displayName()));
        fields.put("createdAt", created);
        fields.put("updatedAt", updated);
        fields.put("snapshot", Base64.getEncoder().encodeToString(snapshot));
        return fields;
    }
}
