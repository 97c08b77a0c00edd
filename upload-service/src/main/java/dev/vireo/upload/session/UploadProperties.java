package dev.vireo.upload.session;

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
 * Limits of uploads.
 *
 * @param maxSize largest file
 * @param quota bytes that one account may store, unfinished uploads included
 * @param maxOpen unfinished uploads that one account may have
 * @param partSize what a client sends again at most after a failure: one part, or, from 10 MB on, two of half the size
 *     that are on their way at once; more for files of more than 16 times as much, up to 32 MiB
 * @param sliceSize how many bytes of a body of unknown length are held in memory until they are durable; also how
 *     many are acknowledged first after a request that broke off before a whole part
 * @param idleLimit a gRPC stream of bytes that brings none for so long ends, and so does a tus request that was
 *     answered and still brings hardly any
 * @param expireAfter an upload that gets no bytes for so long is given up
 * @param keepCompleted how long a completed upload can be asked for
 * @param finishAfter a complete upload whose client went away is finished after this time
 * @param sweepInterval how often expired uploads are looked for
 */
@Validated
@ConfigurationProperties(value = "vireo.upload", ignoreUnknownFields = false)
public record UploadProperties(
        @NotNull @DefaultValue("40GB") DataSize maxSize,

        @NotNull @InRange(min = "1B", max = "1000000GB") @DefaultValue("50GB")
        DataSize quota,

        @DefaultValue("100") @Min(1) @Max(10_000) int maxOpen,
        @NotNull @DefaultValue("8MB") DataSize partSize,
        @NotNull @DefaultValue("1MB") DataSize sliceSize,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("60s")
        Duration idleLimit,

        @NotNull @InRange(min = "1s", max = "365d") @DefaultValue("24h")
        Duration expireAfter,

        @NotNull @InRange(min = "1s", max = "365d") @DefaultValue("24h")
        Duration keepCompleted,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("30s")
        Duration finishAfter,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("60s")
        Duration sweepInterval) {

    public UploadProperties {
        if (maxSize.toBytes() < 1 || maxSize.toBytes() > PartPlan.LARGEST_UPLOAD) {
            throw new IllegalArgumentException("vireo.upload.max-size must be 1B to " + PartPlan.LARGEST_UPLOAD + "B");
        }
        if (partSize.toBytes() < PartPlan.SMALLEST_PART || partSize.toBytes() > PartPlan.LARGEST_PART) {
            throw new IllegalArgumentException("vireo.upload.part-size must be 5MB to 32MB");
        }
        if (sliceSize.toBytes() < 1 || sliceSize.toBytes() > partSize.toBytes()) {
            throw new IllegalArgumentException("vireo.upload.slice-size must be 1B to part-size");
        }
    }
}
