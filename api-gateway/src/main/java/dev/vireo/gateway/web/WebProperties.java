package dev.vireo.gateway.web;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every public request passes.
 *
 * @param scheme scheme of the instances' addresses as clients see them
 * @param tokensPerMinute sign-ins and refreshes that one address may ask for in a minute
 * @param uploadsPerMinute uploads that one caller may begin in a minute
 * @param viewsPerMinute positions in videos that the players of one caller may tell in a minute
 * @param changesPerMinute changes of playlists that one caller may make in a minute; each tells all that is in one
 * @param maxQueries questions to the API that are answered at the same time
 * @param limitedCallers callers and addresses whose use is remembered at the same time
 * @param preflightLifetime how long a browser may remember what another origin may send
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.web", ignoreUnknownFields = false)
public record WebProperties(
        @NotNull @Pattern(regexp = "https?") @DefaultValue("http")
        String scheme,

        @Min(1) @DefaultValue("120") int tokensPerMinute,
        @Min(1) @DefaultValue("240") int uploadsPerMinute,
        @Min(1) @DefaultValue("1200") int viewsPerMinute,
        @Min(1) @DefaultValue("240") int changesPerMinute,
        @Min(1) @Max(100_000) @DefaultValue("512") int maxQueries,
        @Min(100) @Max(10_000_000) @DefaultValue("100000") int limitedCallers,

        @NotNull @InRange(min = "0s", max = "7d") @DefaultValue("2h")
        Duration preflightLifetime) {}
