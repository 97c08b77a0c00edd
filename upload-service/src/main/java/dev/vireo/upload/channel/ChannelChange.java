package dev.vireo.upload.channel;

import org.jspecify.annotations.Nullable;

/** New texts of a channel; null leaves a text as it is. */
record ChannelChange(
        @Nullable Long revision,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String support) {

    ChannelChange {
        if (displayName != null) {
            ChannelRules.displayName(displayName);
        }
        if (description != null) {
            ChannelRules.text("description", description);
        }
        if (support != null) {
            ChannelRules.text("support", support);
        }
    }
}
