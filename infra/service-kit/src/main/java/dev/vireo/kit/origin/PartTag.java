package dev.vireo.kit.origin;

/**
 * A part of a multipart upload that is durable.
 *
 * @param number 1 to 10,000
 * @param etag what the store called it
 * @param size bytes
 */
public record PartTag(int number, String etag, long size) {}
