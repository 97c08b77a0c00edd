package dev.vireo.example.bad;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Breaks R9. */
@ConfigurationProperties("example")
final class Settings {}
