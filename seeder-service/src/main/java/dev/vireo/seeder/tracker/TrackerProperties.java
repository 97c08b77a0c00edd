package dev.vireo.seeder.tracker;

import dev.vireo.kit.config.InRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The tracker and its doors.
 *
 * @param address where it listens, for HTTP and WebSockets by TCP and for the tracker's own protocol by UDP
 * @param port the port of both; 0 for any that is free
 * @param privateAddresses peers may be at loopback and private addresses: on a local platform, not on the internet
 * @param trustedProxies networks whose {@code X-Forwarded-For} is believed, as {@code 10.0.0.0/8}
 * @param seeds where the world reaches our own peer wire, as {@code 192.0.2.1:28086} or {@code [2001:db8::1]:28086}; told to
 *     whoever asks for a file
 */
@Validated
@ConfigurationProperties(value = "vireo.tracker", ignoreUnknownFields = false)
public record TrackerProperties(
        @NotNull
        @Pattern(regexp = "[0-9a-fA-F.:]{2,45}", message = "must be an address, not a name")
        @DefaultValue("127.0.0.1")
        String address,

        @DefaultValue("28085") @Min(0) @Max(65535) int port,
        @DefaultValue("false") boolean privateAddresses,

        @NotNull @DefaultValue
        List<@Pattern(regexp = "[0-9a-fA-F.:]{2,45}/[0-9]{1,3}", message = "must be a network, as 10.0.0.0/8") String>
                trustedProxies,

        @NotNull @DefaultValue
        List<
                        @Pattern(
                                regexp = "([0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:]{2,45}\\]):[1-9][0-9]{0,4}",
                                message = "must be an address and a port, as 192.0.2.1:28086 or [2001:db8::1]:28086")
                        String>
                seeds,

        @Valid @NotNull @DefaultValue Interval interval,
        @Valid @NotNull @DefaultValue Swarms swarms,
        @Valid @NotNull @DefaultValue Rate rate,
        @Valid @NotNull @DefaultValue Connections connections,
        @Valid @NotNull @DefaultValue Sockets sockets) {

    public TrackerProperties {
        seeds = List.copyOf(seeds);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * When peers come again.
     *
     * @param min at the least, when there are few of them
     * @param max at the most, whatever the load
     * @param announcesPerSecond what all peers together shall not exceed; the time between grows with their number
     * @param grace how much later than after two of these times a peer may come and still be there
     */
    public record Interval(
            @NotNull @InRange(min = "1s", max = "1d") @DefaultValue("2m")
            Duration min,

            @NotNull @InRange(min = "1s", max = "1d") @DefaultValue("30m")
            Duration max,

            @DefaultValue("500") @Min(1) @Max(1_000_000) int announcesPerSecond,

            @NotNull @InRange(min = "0s", max = "1h") @DefaultValue("1m")
            Duration grace) {

        /** How long a peer stays that was told to come again after {@code interval}. */
        public Duration stay(Duration interval) {
            return interval.multipliedBy(2).plus(grace);
        }
    }

    /**
     * Bounds of what is kept.
     *
     * @param swarms how many swarms there may be
     * @param peers how many peers in all
     * @param peersOfSwarm how many in one swarm, of each family
     * @param peersOfAddress how many of one address, in all swarms
     * @param wanted how many peers an answer has at most, and when none asks for fewer
     * @param sweepEvery how often peers are looked for that are silent
     * @param shared replicas tell one another of their peers, over the bus; a single one may do without
     */
    public record Swarms(
            @DefaultValue("100000") @Min(1) @Max(10_000_000) int swarms,
            @DefaultValue("500000") @Min(1) @Max(10_000_000) int peers,
            @DefaultValue("5000") @Min(1) @Max(1_000_000) int peersOfSwarm,
            @DefaultValue("500") @Min(1) @Max(1_000_000) int peersOfAddress,
            @DefaultValue("50") @Min(1) @Max(200) int wanted,

            @NotNull @InRange(min = "10ms", max = "10m") @DefaultValue("10s")
            Duration sweepEvery,

            @DefaultValue("true") boolean shared) {}

    /**
     * How often one address may ask.
     *
     * @param perSecond how often in the long run
     * @param burst how often at once
     * @param addresses of how many addresses that is remembered
     */
    public record Rate(
            @DefaultValue("20") @Min(1) @Max(1_000_000) int perSecond,
            @DefaultValue("400") @Min(1) @Max(1_000_000) int burst,

            @DefaultValue("100000") @Min(100) @Max(10_000_000)
            int addresses) {}

    /**
     * TCP.
     *
     * @param most how many connections there may be
     * @param mostOfAddress how many of one address; those of trusted proxies are not counted
     * @param patience how long a connection may take to ask, and to take its answer
     */
    public record Connections(
            @DefaultValue("25000") @Min(1) @Max(1_000_000) int most,
            @DefaultValue("200") @Min(1) @Max(1_000_000) int mostOfAddress,

            @NotNull @InRange(min = "100ms", max = "10m") @DefaultValue("10s")
            Duration patience) {}

    /**
     * WebSockets.
     *
     * @param message how long a message may be
     * @param queue how much may wait to be sent; who reads too slowly for that is dropped
     * @param idle after that long a silent browser is asked whether it is there, and dropped after as long again
     * @param swarms in how many swarms one browser may be
     */
    public record Sockets(
            @NotNull @InRange(min = "1KB", max = "1MB") @DefaultValue("64KB")
            DataSize message,

            @NotNull @InRange(min = "4KB", max = "16MB") @DefaultValue("256KB")
            DataSize queue,

            @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("1m")
            Duration idle,

            @DefaultValue("30") @Min(1) @Max(1000) int swarms) {}
}
