package dev.vireo.kit.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The instances of this deployment, {@code vireo.instances[i]}. */
@Validated
@ConfigurationProperties("vireo")
record InstanceProperties(@Valid @NotEmpty List<Entry> instances) {

    record Entry(
            @NotBlank String id,
            @NotBlank String domain,
            @NotBlank String issuer,
            @NotNull URI jwkSetUri) {
        Instance toInstance() {
            return new Instance(new InstanceId(id), domain, issuer, jwkSetUri);
        }
    }
}
