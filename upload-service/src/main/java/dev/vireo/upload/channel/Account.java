package dev.vireo.upload.channel;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import java.time.Instant;

/**
 * A person, or an application, on one instance.
 *
 * @param id the account
 * @param instance the instance it belongs to
 * @param subject the token's {@code sub}
 * @param name the handle without the host
 * @param displayName free text
 * @param description free text
 * @param createdAt when it was first seen
 * @param updatedAt last change
 */
public record Account(
        AccountId id,
        InstanceId instance,
        String subject,
        String name,
        String displayName,
        String description,
        Instant createdAt,
        Instant updatedAt) {

    /** The caller is this account's person. */
    public boolean isOf(Caller caller) {
        return instance.equals(caller.instance()) && subject.equals(caller.subject());
    }

    /** The caller may change what this account owns. */
    public boolean mayBeEditedBy(Caller caller) {
        return isOf(caller) || (caller.administrator() && instance.equals(caller.instance()));
    }
}
