package dev.vireo.upload.channel;

import java.util.UUID;

/** Identifies a channel over all instances. */
public record ChannelId(UUID value) {}
