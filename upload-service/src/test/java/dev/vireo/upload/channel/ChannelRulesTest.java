package dev.vireo.upload.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChannelRulesTest {
    @Test
    void handlesAreMadeOfWhatTheIdentityProviderSays() {
        assertThat(ChannelRules.handleFor("Alice")).isEqualTo("alice");
        assertThat(ChannelRules.handleFor("J\u00f6rg.M\u00fcller@example.org")).isEqualTo("jorg.muller_example.org");
        assertThat(ChannelRules.handleFor("service-account-vireo-app")).isEqualTo("service_account_vireo_app");
        assertThat(ChannelRules.handleFor("\u5c71\u7530")).isEqualTo("user");
    }

    @Test
    void everyHandleIsAllowedEvenWithItsSuffixes() {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            int[] letters = random.ints(random.nextInt(80), 1, 0x3000).toArray();
            String handle = ChannelRules.handleFor(new String(letters, 0, letters.length));
            ChannelRules.name(handle);
            ChannelRules.name(ChannelRules.candidate(handle + "_channel", 999));
        }
    }

    @Test
    void namesAndTextsHaveLimits() {
        assertRefused(() -> ChannelRules.name(""));
        assertRefused(() -> ChannelRules.name("a".repeat(51)));
        assertRefused(() -> ChannelRules.name("A"));
        assertRefused(() -> ChannelRules.displayName(" "));
        assertRefused(() -> ChannelRules.displayName("a".repeat(121)));
        assertRefused(() -> ChannelRules.displayName("a" + " ".repeat(120)));
        assertRefused(() -> ChannelRules.text("support", "a".repeat(1_001)));
        assertRefused(() -> new Window(-1, 5));
        assertRefused(() -> new Window(0, 101));
        assertThat(new Window(0, 0).count()).isEqualTo(15);
    }

    private static void assertRefused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(PlatformException.class);
    }
}
