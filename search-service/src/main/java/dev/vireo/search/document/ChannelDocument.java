package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is found.
 *
 * @param name its handle without the host
 * @param displayName the name a person reads
 * @param description free text
 * @param owner whose it is
 * @param host of the server that it comes from; null for one of ours
 * @param created in milliseconds since 1970
 * @param updated in milliseconds since 1970
 * @param snapshot a serialized {@code Channel} of the contracts: what an answer gives
 */
public record ChannelDocument(
        String name,
        String displayName,
        String description,
        Owner owner,
        @Nullable String host,
        long created,
        long updated,
        byte[] snapshot) {

    /**
     * Whose a channel is.
     *
     * @param subject of the person's tokens; empty when it is not known
     * @param created the account, in milliseconds since 1970
     */
    public record Owner(VideoDocument.Party account, String subject, long created) {
        Map<String, Object> fields() {
            return Map.of(
                    "id", account.id(),
                    "name", account.name(),
                    "displayName", account.displayName(),
                    "subject", subject,
                    "createdAt", created);
        }
    }

    /** In the fields of {@code index/channel.json}. */
    Map<String, Object> fields(List<InstanceId> instances) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("displayName", displayName);
        // A suggestion without an instance would be refused.
        if (!instances.isEmpty()) {
            fields.put("suggest", Suggestions.ofName(displayName, name, instances));
        }
        fields.put("description", description);
        fields.put("owner", owner.fields());
        fields.put("local", host == null);
        if (host != null) {
            fields.put("host", host);
        }
        fields.put("createdAt", created);
        fields.put("updatedAt", updated);
        fields.put("snapshot", Base64.getEncoder().encodeToString(snapshot));
        return fields;
    }
}
