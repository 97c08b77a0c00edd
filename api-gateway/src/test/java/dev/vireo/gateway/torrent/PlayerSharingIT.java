package dev.vireo.gateway.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PlayerSharingIT {
    private static final String CONFIG = "/api/v1/config";

    @Test
    void playersLearnTheirTrackersAndServers() {
        var gateway = new GatewayUnderTest(Map.of(
                "vireo.gateway.torrent.trackers",
                "https://{host}/tracker/announce,wss://{host}/tracker/socket",
                "vireo.gateway.sharing.stun",
                "stun:stun.example.org:3478",
                "vireo.gateway.sharing.turn",
                "turn:turn.example.org",
                "vireo.gateway.sharing.turn-username",
                "players",
                "vireo.gateway.sharing.turn-credential",
                "known"));
        JsonNode config = GatewayUnderTest.json(gateway.get(CONFIG));
        assertThat(config.at("/tracker/enabled").asBoolean()).isTrue();
        assertThat(config.at("/defaults/p2p/webapp/enabled").asBoolean()).isTrue();
        assertThat(config.at("/defaults/p2p/embed/enabled").asBoolean()).isTrue();
        assertThat(config.at("/sharing/uploadRate").asLong()).isEqualTo(2L << 20);
        assertThat(config.at("/sharing/iceServers"))
                .hasToString("[{\"urls\":[\"stun:stun.example.org:3478\"]},{\"urls\":[\"turn:turn.example.org\"],"
                        + "\"username\":\"players\",\"credential\":\"known\"}]");
        assertThat(gateway.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains(" wss://" + gateway.host("main") + "; form-action"));
    }

    @Test
    void withoutATrackerNobodySharesAndNoServerOfOthersIsNamed() {
        GatewayUnderTest gateway = GatewayUnderTest.shared();
        JsonNode config = GatewayUnderTest.json(gateway.get(CONFIG));
        assertThat(config.at("/tracker/enabled").asBoolean()).isFalse();
        assertThat(config.at("/defaults/p2p/webapp/enabled").asBoolean()).isFalse();
        assertThat(config.at("/sharing/iceServers").isEmpty()).isTrue();
        assertThat(gateway.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("ws:", "wss:"));
    }
}
