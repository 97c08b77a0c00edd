package dev.vireo.gateway.catalog;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is remembered of the catalogue.
 *
 * @param cacheTime how long an answer for anonymous visitors may be used again
 * @param cacheSize how many of them are kept
 * @param listCacheTime how long a list of videos may be used again
 * @param listCacheSize memory for lists
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.catalog", ignoreUnknownFields = false)
public record CatalogProperties(
        @NotNull @InRange(min = "0s", max = "1h") @DefaultValue("2s")
        Duration cacheTime,

        @Min(1) @Max(1_000_000) @DefaultValue("10000") int cacheSize,

        @NotNull @InRange(min = "0s", max = "1m") @DefaultValue("200ms")
        Duration listCacheTime,

        @NotNull @InRange(min = "0B", max = "1GB") @DefaultValue("8MB")
        DataSize listCacheSize) {}
