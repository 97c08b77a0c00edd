package dev.vireo.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class KnownKeysCheckTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("vireo.known.size=3", "vireo.instances[0].id=main");

    @Test
    void startsWithKnownKeys() {
        runner.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void stopsAtAMisspeltPrefixAndNamesIt() {
        runner.withPropertyValues("vireo.knwon.size=3")
                .run(context -> assertThat(context.getStartupFailure()).hasMessageContaining("vireo.knwon.size"));
    }

    @Test
    void stopsAtAMisspeltField() {
        runner.withPropertyValues("vireo.known.siez=3")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(KnownProperties.class)
    @org.springframework.context.annotation.Import(KitConfigurationCheckConfig.class)
    static class Application {}

    @ConfigurationProperties(value = "vireo.known", ignoreUnknownFields = false)
    record KnownProperties(int size) {}
}
