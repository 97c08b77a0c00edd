package dev.vireo.example.good;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Keeps R9. */
@ConfigurationProperties("example")
record ExampleProperties(int limit) {}
