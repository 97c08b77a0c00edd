package dev.vireo.upload.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.video.VideoId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ElementsTest {
    private static final Elements NINE = of("123456789");

    @Test
    void elementsMoveForwardsAndBackwards() {
        assertThat(text(NINE.moved(2, 5, 1))).isEqualTo("134526789");
        assertThat(text(NINE.moved(2, 9, 3))).isEqualTo("156789234");
        assertThat(text(NINE.moved(5, 0, 2))).isEqualTo("561234789");
        assertThat(text(NINE.moved(9, 3, 1))).isEqualTo("123945678");
        assertThat(text(NINE.moved(1, 9, 8))).isEqualTo("912345678");
    }

    /** Against the plain way: each one by itself. */
    @Test
    void everyMoveIsThatOfItsElementsOneByOne() {
        for (int start = 1; start <= 9; start++) {
            for (int count = 1; count <= 10 - start; count++) {
                for (int after = 0; after <= 9; after++) {
                    String all = text(NINE);
                    String block = all.substring(start - 1, start - 1 + count);
                    String others = all.replace(block, "");
                    int place = after < start ? Math.min(after, start - 1) : Math.max(after - count, start - 1);
                    String wanted = others.substring(0, place) + block + others.substring(place);
                    assertThat(text(NINE.moved(start, after, count)))
                            .as("%d elements from %d behind %d", count, start, after)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void aMoveToWhereTheyAreChangesNothing() {
        assertThat(NINE.moved(4, 3, 2)).isSameAs(NINE);
        assertThat(NINE.moved(4, 4, 2)).isSameAs(NINE);
        assertThat(NINE.moved(4, 5, 2)).isSameAs(NINE);
    }

    @Test
    void impossibleMovesAreRefusedByName() {
        assertThatThrownBy(() -> NINE.moved(0, 1, 1)).hasMessageContaining("startPosition");
        assertThatThrownBy(() -> NINE.moved(10, 1, 1)).hasMessageContaining("startPosition");
        assertThatThrownBy(() -> NINE.moved(1, 10, 1)).hasMessageContaining("insertAfterPosition");
        assertThatThrownBy(() -> NINE.moved(1, -1, 1)).hasMessageContaining("insertAfterPosition");
        assertThatThrownBy(() -> NINE.moved(8, 1, 3)).hasMessageContaining("reorderLength");
        assertThatThrownBy(() -> NINE.moved(1, 5, Integer.MAX_VALUE)).hasMessageContaining("reorderLength");
        assertThatThrownBy(() -> Elements.NONE.moved(1, 0, 1)).isInstanceOf(PlatformException.class);
    }

    @Test
    void anElementEndsAfterItsBeginning() {
        assertThat(element('1', null, 5).stopSeconds()).isEqualTo(5);
        assertThat(element('1', 5, null).startSeconds()).isEqualTo(5);
        assertThatThrownBy(() -> element('1', 5, 5)).hasMessageContaining("stopTimestamp");
        assertThatThrownBy(() -> element('1', null, 0)).hasMessageContaining("stopTimestamp");
        assertThatThrownBy(() -> element('1', -1, null)).hasMessageContaining("startTimestamp");
        assertThatThrownBy(() -> element('1', null, -1)).hasMessageContaining("stopTimestamp");
    }

    private static Elements of(String names) {
        return new Elements(List.copyOf(
                names.chars().mapToObj(name -> element((char) name, null, null)).toList()));
    }

    private static Element element(char name, @Nullable Integer start, @Nullable Integer stop) {
        return new Element(new ElementId(new UUID(0, name)), new VideoId(new UUID(1, name)), start, stop);
    }

    private static String text(Elements elements) {
        return elements.all().stream()
                .map(element -> String.valueOf((char) element.id().value().getLeastSignificantBits()))
                .collect(Collectors.joining());
    }
}
