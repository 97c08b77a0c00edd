package dev.vireo.kit.origin;

import dev.vireo.kit.config.HttpAddress;
import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The object store.
 *
 * @param endpoint its address
 * @param region its region
 * @param bucket where everything is
 * @param accessKey name of the key
 * @param secretKey the key
 * @param connectTimeout time to connect
 * @param readTimeout longest silence of the store
 * @param maxConnections connections kept open
 */
@Validated
@ConfigurationProperties(value = "vireo.origin", ignoreUnknownFields = false)
public record OriginProperties(
        @NotNull @HttpAddress URI endpoint,
        @NotBlank @DefaultValue("us-east-1") String region,
        @NotBlank @DefaultValue("vireo") String bucket,
        @NotBlank String accessKey,
        @NotBlank String secretKey,

        @NotNull @InRange(min = "1ms", max = "5m") @DefaultValue("3s")
        Duration connectTimeout,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("30s")
        Duration readTimeout,

        @DefaultValue("64") @Min(1) @Max(1024) int maxConnections) {

    @Override
    public String toString() {
        return "OriginProperties[" + endpoint + ", " + bucket + "]";
    }
}
