package dev.vireo.kit.identity;

import dev.vireo.kit.config.HttpAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The instances of this deployment, {@code vireo.instances[i]}. */
@Validated
@ConfigurationProperties("vireo")
record InstanceProperties(@NotEmpty List<@Valid Entry> instances) {

    record Entry(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}", message = "must be 1 to 63 of a-z, 0-9 and -")
            String id,

            @NotNull
            @Pattern(regexp = "[^\\s/@]+", message = "must be a host, with a port when it is not the scheme's own")
            String domain,

            @NotBlank String issuer,
            @NotNull @HttpAddress URI jwkSetUri,
            @Nullable String audience,
            @DefaultValue("false") boolean operators,
            @DefaultValue("true") boolean globalSearch) {
        Instance toInstance() {
            return new Instance(new InstanceId(id), domain, issuer, jwkSetUri, audience, operators, globalSearch);
        }
    }
}
