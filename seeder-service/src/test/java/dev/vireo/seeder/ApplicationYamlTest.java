package dev.vireo.seeder;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.grpc.GrpcProperties;
import dev.vireo.kit.origin.OriginProperties;
import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys of the kit, each written down with its default or with a value of this service. */
final class ApplicationYamlTest {
    @Test
    void namesTheKeysOfTheBus() {
        PropertiesCheck.of(EventProperties.class)
                .requiring(Map.of("bootstrap-servers", "127.0.0.1:9092"))
                .assertApplicationYaml("bootstrap-servers");
    }

    @Test
    void namesTheKeysOfGrpc() {
        PropertiesCheck.of(GrpcProperties.class).assertApplicationYaml("port");
    }

    @Test
    void namesTheKeysOfTheObjectStore() {
        PropertiesCheck.of(OriginProperties.class)
                .requiring(Map.of("endpoint", "http://127.0.0.1:9000", "access-key", "key", "secret-key", "secret"))
                .assertApplicationYaml("endpoint", "access-key", "secret-key");
    }
}
