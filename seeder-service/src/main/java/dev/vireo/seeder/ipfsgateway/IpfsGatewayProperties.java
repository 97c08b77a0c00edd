package dev.vireo.seeder.ipfsgateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Content over HTTP.
 *
 * @param answers how many are sent at a time, each of which holds a block of up to 2 MiB however slowly it is read; who comes
 *     then is told to come again
 */
@Validated
@ConfigurationProperties(value = "vireo.seeder.ipfs-gateway", ignoreUnknownFields = false)
public record IpfsGatewayProperties(
        @DefaultValue("100") @Min(1) @Max(100_000) int answers) {}
