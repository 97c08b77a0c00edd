package dev.vireo.gateway.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.PropertiesCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TorrentPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(TorrentProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("trackers", "https://{host}/tracker/announce"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("trackers", "tracker", "ftp://{host}/", "https://{host}/a b", "https://", "udp://{host}:1");
    }

    @Test
    void putsTheHostInItsPlace() {
        var properties =
                new TorrentProperties(List.of("https://{host}/tracker/announce", "udp://{domain}:6969/announce"));
        assertThat(properties.trackers("a.example:8443"))
                .containsExactly("https://a.example:8443/tracker/announce", "udp://a.example:6969/announce");
        assertThat(properties.trackers("a.example"))
                .containsExactly("https://a.example/tracker/announce", "udp://a.example:6969/announce");
    }
}
