package dev.vireo.kit.grpc;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GrpcPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(GrpcProperties.class);

    @Test
    void hasItsDefaults() {
        check.assertDefaults(Map.ofEntries(
                Map.entry("port", "0"),
                Map.entry("address", "127.0.0.1"),
                Map.entry("max-message-size", "2MB"),
                Map.entry("max-calls-per-connection", "1000"),
                Map.entry("deadline", "10s"),
                Map.entry("drain", "15s")));
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("port", "9000"),
                Map.entry("address", "0.0.0.0"),
                Map.entry("max-message-size", "1MB"),
                Map.entry("max-calls-per-connection", "2"),
                Map.entry("deadline", "1s"),
                Map.entry("drain", "0s"),
                Map.entry("clients.upload", "upload:9090")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("port", "-1", "65536");
        check.assertRefused("address", "");
        check.assertRefused("max-message-size", "0B", "2GB");
        check.assertRefused("max-calls-per-connection", "0");
        check.assertRefused("deadline", "0s", "2h");
        check.assertRefused("drain", "-1s", "1h");
        check.assertRefused("clients.upload", "", "upload", "http://upload");
    }
}
