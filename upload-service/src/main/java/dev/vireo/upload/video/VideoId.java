package dev.vireo.upload.video;

import java.util.UUID;

/** Identifies a video over all instances. */
public record VideoId(UUID value) {}
