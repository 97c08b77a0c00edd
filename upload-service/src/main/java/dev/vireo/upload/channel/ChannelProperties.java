package dev.vireo.upload.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of channels.
 *
 * @param maxPerAccount channels that one account may have
 */
@Validated
@ConfigurationProperties(value = "vireo.channel", ignoreUnknownFields = false)
public record ChannelProperties(
        @DefaultValue("20") @Min(1) @Max(10_000) int maxPerAccount) {}
