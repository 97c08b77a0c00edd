package dev.vireo.seeder.swarm;

import dev.vireo.kit.config.InRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The peer wire.
 *
 * @param address where it listens
 * @param port its port; 0 for any that is free
 */
@Validated
@ConfigurationProperties(value = "vireo.swarm", ignoreUnknownFields = false)
public record SwarmProperties(
        @NotNull
        @Pattern(regexp = "[0-9a-fA-F.:]{2,45}", message = "must be an address, not a name")
        @DefaultValue("127.0.0.1")
        String address,

        @DefaultValue("28086") @Min(0) @Max(65535) int port,

        @Valid @NotNull @DefaultValue Connections connections,
        @Valid @NotNull @DefaultValue Slots slots,
        @Valid @NotNull @DefaultValue Reads reads) {

    /**
     * Bounds of connections.
     *
     * @param most how many there may be
     * @param mostOfAddress how many of one address
     * @param torrents in how many torrents they may be, as each has its hashes in memory
     * @param patience how long a peer may take to say who it is, and to take a block that was sent
     * @param idle how long a peer may want nothing
     * @param requests how many requests of one peer wait; more are refused
     * @param queue how much is written ahead of what the network took, for each peer
     */
    public record Connections(
            @DefaultValue("2000") @Min(1) @Max(100_000) int most,
            @DefaultValue("20") @Min(1) @Max(100_000) int mostOfAddress,
            @DefaultValue("500") @Min(1) @Max(100_000) int torrents,

            @NotNull @InRange(min = "100ms", max = "10m") @DefaultValue("20s")
            Duration patience,

            @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("4m")
            Duration idle,

            @DefaultValue("500") @Min(1) @Max(2000) int requests,

            @NotNull @InRange(min = "32KB", max = "16MB") @DefaultValue("256KB")
            DataSize queue) {}

    /**
     * Who gets something.
     *
     * @param count how many peers are served at a time
     * @param ofAddress how many of one address, while others wait
     * @param turn how long a peer is served while others wait
     * @param rate bytes in a second that all peers together get; 0 for no bound
     * @param rateOfPeer bytes in a second that one peer gets; 0 for no bound
     */
    public record Slots(
            @DefaultValue("100") @Min(1) @Max(10_000) int count,
            @DefaultValue("4") @Min(1) @Max(10_000) int ofAddress,

            @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("30s")
            Duration turn,

            @NotNull @InRange(min = "0B", max = "100GB") @DefaultValue("0B")
            DataSize rate,

            @NotNull @InRange(min = "0B", max = "100GB") @DefaultValue("0B")
            DataSize rateOfPeer) {}

    /**
     * Reading from the origin.
     *
     * @param range how much is read at once
     * @param ahead how many ranges are read before a peer comes to the blocks of them that it asked for
     * @param atOnce how many reads are under way
     * @param cache how much of what was read is kept for the next peer
     * @param pause how long a peer waits for another try when the origin is away
     */
    public record Reads(
            @NotNull @InRange(min = "64KB", max = "16MB") @DefaultValue("512KB")
            DataSize range,

            @DefaultValue("2") @Min(0) @Max(64) int ahead,
            @DefaultValue("16") @Min(1) @Max(1000) int atOnce,

            @NotNull @InRange(min = "1MB", max = "100GB") @DefaultValue("64MB")
            DataSize cache,

            @NotNull @InRange(min = "10ms", max = "1m") @DefaultValue("2s")
            Duration pause) {}
}
