package dev.vireo.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.gateway.catalog.PageOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

final class PagingTest {
    private static Paging of(String field, String value) {
        return Paging.of(Map.of(field, value), Handles.NEWEST_FIRST);
    }

    @Test
    void hasPeerTubesDefaults() {
        assertThat(Paging.of(Map.of(), Handles.NEWEST_FIRST)).isEqualTo(new Paging(0, 15));
        assertThat(of("count", "100")).isEqualTo(new Paging(0, 100));
        assertThat(of("start", "10000")).isEqualTo(new Paging(10_000, 15));
        assertThat(of("sort", "-publishedAt")).isEqualTo(new Paging(0, 15));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        for (String wrong : List.of("-1", "101", "1.5", "x", "99999999999999999999", "+1", "1 ")) {
            assertThatThrownBy(() -> of("count", wrong)).as(wrong).hasMessageStartingWith("count: ");
        }
        assertThatThrownBy(() -> of("start", "10001")).hasMessageStartingWith("start: ");
        assertThatThrownBy(() -> of("sort", "name")).hasMessageStartingWith("sort: ");
    }

    @Test
    void aCountOfNoneGivesTheTotalAlone() {
        Paging none = of("count", "0");
        assertThat(none.window()).isEqualTo(new PageOf.Window(0, 1));
        assertThat(none.answer(new PageOf<>(53, List.of("one")), text -> JsonNodeFactory.instance.objectNode())
                        .toString())
                .isEqualTo("{\"total\":53,\"data\":[]}");
    }
}
