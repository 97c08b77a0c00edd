package dev.vireo.search.index;

import dev.vireo.kit.config.HttpAddress;
import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Elasticsearch cluster and the index in it.
 *
 * @param address of the cluster: of one node, or of what stands before several
 * @param apiKey the cluster's key for this service; none where the cluster asks for none
 * @param prefix begins the name of each index, so that deployments can share a cluster
 * @param shards of a new index
 * @param replicas of each shard of a new index
 * @param refresh how long a change may take until it is found
 * @param connectTimeout until a node must have answered a connection
 * @param writeTimeout until a write must be answered
 * @param queryTimeout until a query must be answered; the cluster gives up a little earlier
 * @param maxConnections to the cluster
 */
@Validated
@ConfigurationProperties(value = "vireo.index", ignoreUnknownFields = false)
public record IndexProperties(
        @NotNull @HttpAddress URI address,
        @Nullable String apiKey,

        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") @DefaultValue("vireo")
        String prefix,

        @Min(1) @Max(1_000) @DefaultValue("1") int shards,
        @Min(0) @Max(10) @DefaultValue("0") int replicas,

        @NotNull @InRange(min = "10ms", max = "1m") @DefaultValue("250ms")
        Duration refresh,

        @NotNull @InRange(min = "100ms", max = "1m") @DefaultValue("2s")
        Duration connectTimeout,

        @NotNull @InRange(min = "1s", max = "5m") @DefaultValue("30s")
        Duration writeTimeout,

        @NotNull @InRange(min = "100ms", max = "1m") @DefaultValue("3s")
        Duration queryTimeout,

        @Min(1) @Max(10_000) @DefaultValue("64") int maxConnections) {

    /** Without the key. */
    @Override
    public String toString() {
        return "IndexProperties[" + address + ", " + prefix + "]";
    }
}
