package dev.vireo.upload.playlist;

import java.util.UUID;

/** Identifies an element of a playlist. */
record ElementId(UUID value) {}
