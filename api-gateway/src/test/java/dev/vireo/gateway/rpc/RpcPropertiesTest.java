package dev.vireo.gateway.rpc;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RpcPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(RpcProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("port", "0"),
                Map.entry("address", "0.0.0.0"),
                Map.entry("max-message-size", "1MB"),
                Map.entry("max-calls", "1"),
                Map.entry("max-calls-per-connection", "2"),
                Map.entry("unary-deadline", "1s"),
                Map.entry("stream-deadline", "1h"),
                Map.entry("drain", "0s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("port", "-1", "65536");
        check.assertRefused("address", "");
        check.assertRefused("max-message-size", "0B", "-1MB", "2GB");
        check.assertRefused("max-calls", "0");
        check.assertRefused("max-calls-per-connection", "0");
        check.assertRefused("unary-deadline", "0s", "2h");
        check.assertRefused("stream-deadline", "0s", "8d");
        check.assertRefused("drain", "-1s", "1h");
    }
}
