package dev.vireo.example.bad;

import io.minio.MinioClient;

/** Breaks R4-s3. */
record StoresObjects(MinioClient client) {}
