package dev.vireo.upload.subscription;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Subscriptions to channels.
 *
 * @param maxPerAccount channels that one account may follow; a question for their videos names all of them
 * @param removalInterval how often subscriptions to channels that are gone are ended
 */
@Validated
@ConfigurationProperties(value = "vireo.subscription", ignoreUnknownFields = false)
public record SubscriptionProperties(
        @Min(1) @Max(1_000) @DefaultValue("1000") int maxPerAccount,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("10s")
        Duration removalInterval) {}
