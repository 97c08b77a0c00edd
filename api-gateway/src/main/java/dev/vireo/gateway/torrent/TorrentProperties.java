package dev.vireo.gateway.torrent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What torrents say beside their hashes.
 *
 * @param trackers announce addresses; {@code {host}} stands for the instance's domain, with its port if it has one,
 *     {@code {domain}} for the domain without it, as in {@code udp://{domain}:6969}
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.torrent", ignoreUnknownFields = false)
public record TorrentProperties(
        @NotNull @Size(max = 20) @DefaultValue
        List<
                        @Pattern(
                                regexp = "(https?|wss?|udp)://(" + TorrentProperties.PLACE
                                        + ")(/[^\\s{}\"<>\\\\^`|]{0,500})?",
                                message =
                                        "must be an address of http, https, ws, wss or udp; a port follows {domain} or a"
                                                + " name, not {host}, which has its own")
                        String>
                trackers) {

    /** {@code {host}}, or {@code {domain}}, a name or an address with or without a port. */
    static final String PLACE =
            "\\{host\\}|(\\{domain\\}|[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[1-9][0-9]{0,4})?";

    private static final String PORT = ":[0-9]+$";

    public TorrentProperties {
        trackers = List.copyOf(trackers);
    }

    /** The announce addresses of an instance. */
    List<String> trackers(String host) {
        return trackers.stream()
                .map(address -> address.replace("{host}", host).replace("{domain}", host.replaceFirst(PORT, "")))
                .toList();
    }
}
