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
 * @param trackers announce addresses; {@code {host}} stands for the instance's domain, with its port if it has one
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.torrent", ignoreUnknownFields = false)
public record TorrentProperties(
        @NotNull @Size(max = 20) @DefaultValue
        List<
                        @Pattern(
                                regexp = "(https?|wss?|udp)://[^\\s]{1,500}",
                                message = "must be an address of http, https, ws, wss or udp")
                        String>
                trackers) {

    public TorrentProperties {
        trackers = List.copyOf(trackers);
    }

    /** The announce addresses of an instance. */
    List<String> trackers(String host) {
        return trackers.stream().map(address -> address.replace("{host}", host)).toList();
    }
}
