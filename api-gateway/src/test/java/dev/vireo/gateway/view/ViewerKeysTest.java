package dev.vireo.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.identity.InstanceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Names of viewers tell them apart for a day, and tell nothing else. */
final class ViewerKeysTest {
    private static final InstanceId MAIN = new InstanceId("main");
    private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");
    private static final Viewer VISITOR = new Viewer(null, "192.0.2.1", "Firefox");

    private final ViewerKeys keys = new ViewerKeys("only-for-tests-only-for-tests-only");

    @Test
    void isTheSameAllDayAndAnotherTheNext() {
        byte[] key = keys.key(MAIN, VISITOR, MORNING);
        assertThat(key).hasSize(16);
        assertThat(keys.key(MAIN, VISITOR, MORNING.plusSeconds(86_399))).isEqualTo(key);
        assertThat(keys.key(MAIN, VISITOR, MORNING.plusSeconds(86_400))).isNotEqualTo(key);
    }

    @Test
    void differsByAddressProgramInstanceAndSecret() {
        byte[] key = keys.key(MAIN, VISITOR, MORNING);
        assertThat(keys.key(MAIN, new Viewer(null, "192.0.2.2", "Firefox"), MORNING))
                .isNotEqualTo(key);
        assertThat(keys.key(MAIN, new Viewer(null, "192.0.2.1", "Chrome"), MORNING))
                .isNotEqualTo(key);
        assertThat(keys.key(new InstanceId("second"), VISITOR, MORNING)).isNotEqualTo(key);
        assertThat(new ViewerKeys("another-secret-another-secret-another").key(MAIN, VISITOR, MORNING))
                .isNotEqualTo(key);
    }

    @Test
    void knowsAnAccountWhereverItIs() {
        byte[] key = keys.key(MAIN, new Viewer("alice", "192.0.2.1", "Firefox"), MORNING);
        assertThat(keys.key(MAIN, new Viewer("alice", "192.0.2.9", "Chrome"), MORNING))
                .isEqualTo(key);
        assertThat(keys.key(MAIN, new Viewer("bob", "192.0.2.1", "Firefox"), MORNING))
                .isNotEqualTo(key);
        assertThat(keys.key(MAIN, new Viewer(null, "alice", ""), MORNING)).isNotEqualTo(key);
    }

    @Test
    void takesTheNetworkOfAnAddressThatChangesByItself() {
        byte[] key = keys.key(MAIN, new Viewer(null, "2001:db8:1:2:aaaa::1", "Firefox"), MORNING);
        assertThat(keys.key(MAIN, new Viewer(null, "2001:db8:1:2:bbbb::2", "Firefox"), MORNING))
                .isEqualTo(key);
        assertThat(keys.key(MAIN, new Viewer(null, "2001:db8:1:3:aaaa::1", "Firefox"), MORNING))
                .isNotEqualTo(key);
    }
}
