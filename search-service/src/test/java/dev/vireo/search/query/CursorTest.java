package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CursorTest {
    private static final String ID = "01a1ff11-104f-7e49-8ab9-268ffa42e42e";
    private static final VideoQuery.Order NEWEST = new VideoQuery.Order(VideoQuery.Sort.PUBLISHED, false);

    @Test
    void comesBackAsItWas() {
        Cursor newest = new Cursor(NEWEST, null, "1795279879559", ID);
        assertThat(Cursor.decode(newest.encode(), NEWEST)).isEqualTo(newest);
        VideoQuery.Order byName = new VideoQuery.Order(VideoQuery.Sort.NAME, true);
        Cursor name = new Cursor(byName, Reach.TYPOS, "ünï + -\u65e5", ID);
        assertThat(Cursor.decode(name.encode(), byName)).isEqualTo(name);
        VideoQuery.Order discussed = new VideoQuery.Order(VideoQuery.Sort.COMMENTS, true);
        Cursor comments = new Cursor(discussed, null, "12", ID);
        assertThat(Cursor.decode(comments.encode(), discussed)).isEqualTo(comments);
        VideoQuery.Order best = new VideoQuery.Order(VideoQuery.Sort.MATCH, false);
        Cursor match = new Cursor(best, Reach.TITLES, "15", ID);
        assertThat(Cursor.decode(match.encode(), best)).isEqualTo(match);
    }

    @Test
    void keepsTheReach() {
        for (Reach reach : Reach.values()) {
            assertThat(Cursor.decode(new Cursor(NEWEST, reach, "1", ID).encode(), NEWEST)
                            .reach())
                    .isEqualTo(reach);
        }
    }

    @Test
    void byRelevanceItCounts() {
        VideoQuery.Order best = new VideoQuery.Order(VideoQuery.Sort.MATCH, false);
        for (String score : new String[] {"1.5E-4", "12.25", "-1", "10000"}) {
            assertRefused(new Cursor(best, Reach.TITLES, score, ID).encode(), best);
        }
    }

    @Test
    void belongsToOneOrder() {
        String newest = new Cursor(NEWEST, null, "1", ID).encode();
        assertRefused(newest, new VideoQuery.Order(VideoQuery.Sort.PUBLISHED, true));
        assertRefused(newest, new VideoQuery.Order(VideoQuery.Sort.CREATED, false));
    }

    @Test
    void refusesWhatItNeverGave() {
        for (String text : new String[] {
            "", "x", "!!!", "PUBLISHED-", "PUBLISHED-" + ID, "PUBLISHED-0" + ID + "one", "PUBLISHED-4" + ID + "1"
        }) {
            assertRefused(Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), NEWEST);
            assertRefused(text, NEWEST);
        }
        assertRefused("A".repeat(5_000), NEWEST);
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            assertRefused(Base64.getUrlEncoder().encodeToString(bytes), NEWEST);
        }
    }

    private static void assertRefused(String text, VideoQuery.Order order) {
        assertThatThrownBy(() -> Cursor.decode(text, order))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("cursor: ");
    }
}
