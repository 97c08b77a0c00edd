package dev.vireo.gateway.media;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The disk for ranges that are asked again and again.
 *
 * @param folder several gateways may share it, each has its own part of it; below the temporary files when not set
 * @param size disk for each gateway; 0B: nothing is kept
 * @param largestRange longer ones are always read from the store
 * @param patience how long a viewer waits for a range that is being fetched before it is read from the store
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.range-cache", ignoreUnknownFields = false)
public record RangeCacheProperties(
        @Nullable Path folder,

        @NotNull @InRange(min = "0B", max = "100TB") @DefaultValue("1GB")
        DataSize size,

        @NotNull @InRange(min = "16KB", max = "1GB") @DefaultValue("32MB")
        DataSize largestRange,

        @NotNull @InRange(min = "0s", max = "1m") @DefaultValue("3s")
        Duration patience) {}
