package dev.vireo.local.analysis;

import org.elasticsearch.common.settings.Settings;

/** Parameters without a default. */
final class Required {
    private Required() {}

    static String text(Settings settings, String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
