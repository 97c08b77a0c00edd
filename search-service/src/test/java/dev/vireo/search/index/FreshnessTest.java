package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.group.GroupPosition;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FreshnessTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Freshness freshness = new Freshness();

    @Test
    void isCurrentWhenNothingIsToDo() {
        look(0, 0, 0);
        look(5, 7, 7);
        assertThat(freshness.current()).hasValue(START.plusSeconds(5));
    }

    @Test
    void isAsCurrentAsTheLookWhoseEndWasReachedWhileMoreIsAlwaysToDo() {
        look(0, 0, 100);
        assertThat(freshness.current()).isEmpty();
        look(1, 99, 150);
        assertThat(freshness.current()).isEmpty();
        look(2, 100, 200);
        assertThat(freshness.current()).hasValue(START);
        look(3, 199, 300);
        assertThat(freshness.current()).hasValue(START);
        look(4, 200, 400);
        assertThat(freshness.current()).hasValue(START.plusSeconds(2));
    }

    @Test
    void staysAsOldAsItIsWhileNothingIsTaken() {
        look(0, 10, 10);
        look(60, 10, 11);
        look(120, 10, 12);
        assertThat(freshness.current()).hasValue(START);
        look(180, 11, 13);
        assertThat(freshness.current()).hasValue(START.plusSeconds(60));
    }

    private void look(int second, long taken, long end) {
        freshness.look(START.plusSeconds(second), new GroupPosition(Map.of(0, 0L), Map.of(0, taken), Map.of(0, end)));
    }
}
