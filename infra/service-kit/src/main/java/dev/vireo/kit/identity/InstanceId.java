package dev.vireo.kit.identity;

import java.util.regex.Pattern;

/** Short name of an instance, safe in object keys, topics' payloads and metrics: 1 to 63 of {@code [a-z0-9-]}. */
public record InstanceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public InstanceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An instance id has 1 to 63 of [a-z0-9-]: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
