package dev.vireo.kit.origin;

import java.time.Instant;

/**
 * What the store says of an object.
 *
 * @param size bytes
 * @param etag without quotes
 * @param contentType media type
 * @param modifiedAt when it was written
 */
public record ObjectInfo(long size, String etag, String contentType, Instant modifiedAt) {}
