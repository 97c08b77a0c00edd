package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/9", "fd00::/64"));

    @Test
    void believesProxiesThatAreConfiguredAndNobodyElse() {
        assertThat(client("10.0.0.1", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("fd00::5", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client("10.128.0.1", "192.0.2.7")).isEqualTo("10.128.0.1");
        assertThat(client("192.0.2.1", "192.0.2.7")).isEqualTo("192.0.2.1");
        assertThat(client("10.0.0.1", "")).isEqualTo("10.0.0.1");
    }

    @Test
    void believesOnlyWhatTheLastProxySaw() {
        assertThat(client("10.0.0.1", "1.1.1.1, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("10.0.0.1", "1.1.1.1, 192.0.2.7 ,10.0.0.2")).isEqualTo("192.0.2.7");
        assertThat(client("10.0.0.1", "1.1.1.1, nonsense, 10.0.0.2")).isEqualTo("10.0.0.2");
        assertThat(client("10.0.0.1", "localhost")).isEqualTo("10.0.0.1");
        assertThat(client("10.0.0.1", "1.1.1.1,".repeat(500) + "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("10.0.0.1", ",".repeat(5000))).isEqualTo("10.0.0.1");
    }

    @Test
    void stopsTheStartForWhatIsNoNetwork() {
        for (String odd : List.of("10.0.0.0/33", "fd00::/129", "1:2/8")) {
            assertThatThrownBy(() -> new TrustedProxies(List.of(odd))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String client(String remote, String forwarded) {
        return proxies.client(InetAddress.ofLiteral(remote), forwarded).getHostAddress();
    }
}
