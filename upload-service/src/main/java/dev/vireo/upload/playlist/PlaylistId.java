package dev.vireo.upload.playlist;

import java.util.UUID;

/** Identifies a playlist over all instances. */
record PlaylistId(UUID value) {}
