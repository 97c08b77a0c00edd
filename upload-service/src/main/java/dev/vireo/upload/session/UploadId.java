package dev.vireo.upload.session;

import java.util.UUID;

/** Identifies an upload; the video that comes of it has the same UUID. */
record UploadId(UUID value) {}
