package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.group.EventGroups;
import dev.vireo.search.RunningSearchService;
import dev.vireo.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several kinds of indexes are fed from one topic. */
final class FollowersIT {
    private static final String TOPIC = "video.v1";

    @Test
    void leaveEachOthersGroupsAlone() {
        try (RunningSearchService service = RunningSearchService.start(Map.of())) {
            EventGroups groups = service.part(EventGroups.class);
            List<String> names = List.of("first-" + UUID.randomUUID(), "second-" + UUID.randomUUID());
            for (String name : names) {
                groups.keep(name, TOPIC, Map.of(name, events -> {}));
                Eventually.holds("it is followed", () -> groups.hasMembers(name));
            }
            assertThat(names).allMatch(groups::hasMembers);

            groups.keep(names.getFirst(), TOPIC, Map.of());
            Eventually.holds("only one is left", () -> !groups.hasMembers(names.getFirst()));
            assertThat(groups.hasMembers(names.getLast())).isTrue();
            groups.keep(names.getLast(), TOPIC, Map.of());
        }
    }
}
