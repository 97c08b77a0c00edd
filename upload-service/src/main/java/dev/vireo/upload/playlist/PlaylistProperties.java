package dev.vireo.upload.playlist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of playlists.
 *
 * @param maxPerAccount playlists that one account may have; an answer has the places of ten videos in all of them
 * @param maxElements elements of one playlist; each change of it makes an event that holds all of them
 */
@Validated
@ConfigurationProperties(value = "vireo.playlist", ignoreUnknownFields = false)
public record PlaylistProperties(
        @Min(1) @Max(200) @DefaultValue("100") int maxPerAccount,
        @Min(1) @Max(1_000) @DefaultValue("1000") int maxElements) {}
