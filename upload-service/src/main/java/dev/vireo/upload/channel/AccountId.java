package dev.vireo.upload.channel;

import java.util.UUID;

/** Identifies an account over all instances. */
public record AccountId(UUID value) {}
