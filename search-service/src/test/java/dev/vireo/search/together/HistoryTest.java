package dev.vireo.search.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The last few videos of a viewer. */
final class HistoryTest {
    private static Viewed view(int number) {
        return new Viewed("main", new UUID(1, number), new byte[16], 1_000 + number, 500, 10L * number);
    }

    @Test
    void theNextViewPairsWithEachOfTheLastInBothDirections() {
        History history = History.NONE.plus(view(1)).plus(view(2));
        assertThat(history.pairs(view(3)))
                .containsExactly(
                        new Pair("main", new UUID(1, 3), new UUID(1, 1), 1_003, 500, 10),
                        new Pair("main", new UUID(1, 1), new UUID(1, 3), 1_003, 500, 30),
                        new Pair("main", new UUID(1, 3), new UUID(1, 2), 1_003, 500, 20),
                        new Pair("main", new UUID(1, 2), new UUID(1, 3), 1_003, 500, 30));
        assertThat(history.pairs(view(2))).extracting(Pair::companion).containsExactly(new UUID(1, 1), new UUID(1, 2));
    }

    @Test
    void isBounded() {
        History history = History.NONE;
        for (int number = 1; number <= 100; number++) {
            history = history.plus(view(number));
        }
        assertThat(history.videos()).isEqualTo(100);
        assertThat(history.last()).hasSize(History.LAST);
        assertThat(history.last().getLast().video()).isEqualTo(new UUID(1, 100));
        assertThat(history.pairs(view(101))).hasSize(2 * History.LAST);
    }

    @Test
    void isTheSameAfterItWasStored() {
        History history = History.NONE.plus(view(1)).plus(view(2));
        assertThat(History.decode(history.encode())).isEqualTo(history);
        assertThat(History.decode(null)).isEqualTo(History.NONE);
        Pair pair = history.pairs(view(3)).getFirst();
        assertThat(Pair.decode(pair.encode())).isEqualTo(pair);
        assertThat(Viewed.decode(new byte[16], view(7).encode()))
                .usingRecursiveComparison()
                .isEqualTo(view(7));
        assertThat(List.of(pair.key(), Pair.decode(pair.encode()).key()))
                .allSatisfy(key -> assertThat(key).hasSize(16));
    }
}
