package dev.vireo.gateway.media;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How bytes of media move through the gateway.
 *
 * @param maxReads objects that are read from the store at the same time: one for each viewer who is being sent a body
 * @param fastThreads threads that copy to fast viewers; slow ones, and those who find them busy, need none of them
 * @param writeBuffer heap of each connection, and the largest piece that a body is sent in; see
 *     {@code server.tomcat.max-connections}
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.streaming", ignoreUnknownFields = false)
public record StreamingProperties(
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int maxReads,
        @Min(1) @Max(10_000) @DefaultValue("64") int fastThreads,

        @NotNull @InRange(min = "1KB", max = "16MB") @DefaultValue("64KB")
        DataSize writeBuffer) {}
