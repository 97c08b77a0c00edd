package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.document.Comments;
import dev.vireo.search.document.CommentsWrite;
import dev.vireo.search.document.Companions;
import dev.vireo.search.document.CompanionsWrite;
import dev.vireo.search.document.Counts;
import dev.vireo.search.document.PopularityWrite;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of one video while nobody listened may come all at once. */
final class ManyFactsIT {
    private static final InstanceId MAIN = new InstanceId("main");
    private static final int FACTS = 50;

    private static RunningSearchService service;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void countsOfOneVideoInOnePoll() {
        String video = UUID.randomUUID().toString();
        List<PopularityWrite> writes = IntStream.rangeClosed(1, FACTS)
                .mapToObj(number -> new PopularityWrite(MAIN, video, new Counts(number, number, 0, 0, 0)))
                .toList();
        assertThat(documents().writePopularity(index(), writes)).isEmpty();
    }

    @Test
    void companionsOfOneVideoInOnePoll() {
        String video = UUID.randomUUID().toString();
        List<CompanionsWrite> writes = IntStream.rangeClosed(1, FACTS)
                .mapToObj(number -> new CompanionsWrite(MAIN, video, new Companions(number, List.of(video))))
                .toList();
        assertThat(documents().writeCompanions(index(), writes)).isEmpty();
    }

    @Test
    void commentsOfOneVideoInOnePoll() {
        String video = UUID.randomUUID().toString();
        List<CommentsWrite> writes = IntStream.rangeClosed(1, FACTS)
                .mapToObj(number -> new CommentsWrite(MAIN, video, new Comments(number, number)))
                .toList();
        assertThat(documents().writeComments(index(), writes)).isEmpty();
    }

    private static ElasticsearchDocuments documents() {
        return service.part(ElasticsearchDocuments.class);
    }

    private static SearchIndex index() {
        return service.part(Indexes.class).of(Kind.VIDEO).fed().getFirst();
    }
}
