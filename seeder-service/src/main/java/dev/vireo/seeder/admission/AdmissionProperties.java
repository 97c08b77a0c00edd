package dev.vireo.seeder.admission;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what is known of hashes is remembered.
 *
 * @param remember how long an answer of the database holds; a hash that is denied meanwhile has its swarm that long
 * @param hashes how many answers are remembered
 * @param lookups how many questions the database gets at a time
 * @param waiting how many more wait; who comes then is told to come back
 * @param playersEvery how often versions are looked for whose streams players have no names for, or that have no directory in IPFS
 */
@Validated
@ConfigurationProperties(value = "vireo.seeder.admission", ignoreUnknownFields = false)
public record AdmissionProperties(
        @NotNull @InRange(min = "100ms", max = "30s") @DefaultValue("20s")
        Duration remember,

        @DefaultValue("200000") @Min(100) @Max(10_000_000) int hashes,
        @DefaultValue("4") @Min(1) @Max(64) int lookups,
        @DefaultValue("1000") @Min(1) @Max(100_000) int waiting,

        @NotNull @InRange(min = "10ms", max = "1h") @DefaultValue("5s")
        Duration playersEvery) {}
