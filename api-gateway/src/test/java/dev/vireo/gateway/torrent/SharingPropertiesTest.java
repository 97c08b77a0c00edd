package dev.vireo.gateway.torrent;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SharingPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SharingProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of(
                "enabled",
                "false",
                "stun",
                "stun:stun.example.org:3478",
                "turn",
                "turns:turn.example.org:5349?transport=tcp",
                "turn-username",
                "players",
                "turn-credential",
                "known to all",
                "upload-rate",
                "1MB"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused(
                "stun", "stun.example.org", "turn:stun.example.org", "stun:a b", "https://stun.example.org");
        check.assertRefused("turn", "turn.example.org", "stun:turn.example.org", "turn:a b", "turn:known.example.org");
        check.assertRefused("upload-rate", "-1B", "2GB", "fast");
    }
}
