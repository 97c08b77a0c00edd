package dev.vireo.seeder.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.StateDiagram;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SeedStateTest {

    @ParameterizedTest
    @EnumSource
    void stepsAreThoseOfTheTable(SeedState from) {
        Set<SeedState> expected = switch (from) {
            case HASHING -> Set.of(SeedState.SEEDING, SeedState.STOPPED, SeedState.DELETED);
            case SEEDING -> Set.of(SeedState.HASHING, SeedState.STOPPED, SeedState.DELETED);
            case STOPPED -> Set.of(SeedState.HASHING, SeedState.SEEDING, SeedState.DELETED);
            case DELETED -> Set.of();
        };
        assertThat(next(from)).isEqualTo(expected);
    }

    @Test
    void theDiagramShowsTheTable() {
        Map<SeedState, Set<SeedState>> next =
                Stream.of(SeedState.values()).collect(Collectors.toMap(from -> from, SeedStateTest::next));
        StateDiagram.check("a seeding", SeedState.values(), next);
    }

    private static Set<SeedState> next(SeedState from) {
        return Stream.of(SeedState.values()).filter(from::mayBecome).collect(Collectors.toSet());
    }
}
