package dev.vireo.gateway.torrent;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How players in browsers share segments with each other. All of it is told to every page, the credential too.
 *
 * @param enabled whether they share unless their viewer says otherwise
 * @param stun servers that tell a player its public address; none: players find each other in one network, and where
 *     addresses are public
 * @param turn servers that relay between players that cannot reach each other
 * @param turnUsername name at all of these
 * @param turnCredential password at all of these
 * @param uploadRate how much one player gives in a second, on average; 0B: no limit
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.sharing", ignoreUnknownFields = false)
public record SharingProperties(
        @DefaultValue("true") boolean enabled,

        @NotNull @Size(max = 10) @DefaultValue
        List<
                        @Pattern(
                                regexp = "stuns?:[^\\s/?#]{1,300}",
                                message = "must be an address like stun:host:port or stuns:host:port")
                        String>
                stun,

        @NotNull @Size(max = 10) @DefaultValue
        List<
                        @Pattern(
                                regexp = "turns?:[^\\s/#]{1,300}",
                                message = "must be an address like turn:host:port?transport=udp or turns:host:port")
                        String>
                turn,

        @NotNull @Size(max = 200) @DefaultValue("") String turnUsername,

        @NotNull @Size(max = 200) @DefaultValue("") String turnCredential,

        @NotNull @InRange(min = "0B", max = "1GB") @DefaultValue("2MB")
        DataSize uploadRate) {

    public SharingProperties {
        stun = List.copyOf(stun);
        turn = List.copyOf(turn);
        // Browsers throw an error at a TURN server without them, and then nobody shares.
        if (!turn.isEmpty() && (turnUsername.isEmpty() || turnCredential.isEmpty())) {
            throw new IllegalArgumentException("vireo.gateway.sharing.turn needs turn-username and turn-credential");
        }
    }
}
