package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.search.RunningSearchService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nonsense is refused with the field's name; strange words are words. */
final class HostileQueriesIT {
    private static RunningSearchService service;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(
                Map.of("vireo.index.max-connections", "2", "vireo.index.connect-timeout", "100ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void refusesByName() {
        assertRefused("search", SearchVideosRequest.newBuilder().setSearch("x".repeat(10_000)));
        assertRefused("search", SearchVideosRequest.newBuilder().setSearch("a\0b"));
        assertRefused("start", SearchVideosRequest.newBuilder().setStart(-1));
        assertRefused("start", SearchVideosRequest.newBuilder().setStart(Integer.MAX_VALUE));
        assertRefused("count", SearchVideosRequest.newBuilder().setCount(-1));
        assertRefused("count", SearchVideosRequest.newBuilder().setCount(101));
        assertRefused("sort", SearchVideosRequest.newBuilder().setSortValue(99));
        assertRefused("cursor", SearchVideosRequest.newBuilder().setCursor("no"));
        assertRefused("tags_one_of", filter().addAllTagsOneOf(Collections.nCopies(10_000, "tag")));
        assertRefused("tags_all_of", filter().addTagsAllOf("x".repeat(201)));
        assertRefused("category_one_of", filter().addCategoryOneOf(-4));
        assertRefused("licence_one_of", filter().addLicenceOneOf(Integer.MAX_VALUE));
        assertRefused("ids", filter().addIds("1' or '1"));
        assertRefused("channel_id_one_of", filter().addChannelIdOneOf("films"));
        assertRefused(
                "channel_id_one_of",
                filter().addAllChannelIdOneOf(
                                Collections.nCopies(1_001, UUID.randomUUID().toString())));
        assertRefused("host", filter().setHost("a\u0007b"));
    }

    @Test
    void takesEverythingElseForWords() {
        for (String words : List.of(
                "*",
                "?*".repeat(400),
                "(a+)+$",
                "/.*.*.*.*.*x/",
                "\"unclosed",
                "name:secret OR privacy:3",
                "{\"match_all\":{}}",
                "\ud83d\udc27",
                "a ".repeat(499),
                IntStream.range(100, 345).mapToObj(Integer::toString).collect(Collectors.joining(",")),
                IntStream.range(0x4e00, 0x4e00 + 1_000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()),
                "\u202e\u200b",
                "-",
                "AND OR NOT")) {
            assertThat(refusal(SearchVideosRequest.newBuilder().setSearch(words)))
                    .as(words)
                    .isEmpty();
        }
    }

    @Test
    void ofACrowdEachIsServedOrToldToComeAgain() throws Exception {
        SearchVideosRequest.Builder many = SearchVideosRequest.newBuilder().setSearch("a crowd of words");
        Set<String> answers = new HashSet<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = IntStream.range(0, 2_000)
                    .mapToObj(at -> pool.submit(() -> refusal(many)))
                    .toList();
            for (Future<String> each : asked) {
                answers.add(each.get());
            }
        }
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        "", "UNAVAILABLE The search has too much to do at the moment: try again soon.");
        assertThat(refusal(many)).as("afterwards").isEmpty();
    }

    private static VideoFilter.Builder filter() {
        return VideoFilter.newBuilder();
    }

    private static void assertRefused(String field, VideoFilter.Builder filter) {
        assertRefused(field, SearchVideosRequest.newBuilder().setFilter(filter));
    }

    private static void assertRefused(String field, SearchVideosRequest.Builder request) {
        assertThat(refusal(request)).startsWith("INVALID_ARGUMENT " + field + ":");
    }

    /** Status and sentence; empty when it is answered. */
    private static String refusal(SearchVideosRequest.Builder request) {
        try {
            service.at("main").searchVideos(request.build());
            return "";
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode() == Status.Code.OK
                    ? ""
                    : refused.getStatus().getCode() + " " + refused.getStatus().getDescription();
        }
    }
}
