package dev.vireo.transcode.probe;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The media programs and what each run of them may use.
 *
 * @param ffmpeg the program
 * @param ffprobe the program
 * @param libraryPath where their libraries are; empty when the system finds them
 * @param memory address space of one process
 * @param probeTime longest look at a source
 * @param networkTime longest silence of the origin
 * @param sourceLife how long a worker may read a source by one address
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.tools", ignoreUnknownFields = false)
public record ToolsProperties(
        @NotBlank @DefaultValue("ffmpeg") String ffmpeg,
        @NotBlank @DefaultValue("ffprobe") String ffprobe,
        @NotNull @DefaultValue("") String libraryPath,

        @NotNull @InRange(min = "64MB", max = "1000GB") @DefaultValue("6GB")
        DataSize memory,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("60s")
        Duration probeTime,

        @NotNull @InRange(min = "1s", max = "10m") @DefaultValue("20s")
        Duration networkTime,

        @NotNull @InRange(min = "1m", max = "7d") @DefaultValue("24h")
        Duration sourceLife) {}
