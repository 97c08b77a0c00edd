package dev.vireo.upload.video;

import com.google.protobuf.ByteString;

/**
 * The file that was uploaded.
 *
 * @param key where it lies in the origin
 * @param filename what the owner called it
 * @param size in bytes
 * @param sha256 32 bytes
 * @param mediaType of the container, as found in its first bytes
 */
public record VideoSource(String key, String filename, long size, ByteString sha256, String mediaType) {}
