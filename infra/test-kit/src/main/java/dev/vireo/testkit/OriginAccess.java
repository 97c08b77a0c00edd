package dev.vireo.testkit;

/** How to reach the bucket of the S3 server. */
public record OriginAccess(String endpoint, String region, String bucket, String accessKey, String secretKey) {}
