package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.search.VideoSearch.Sort;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoListQueryTest {
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final List<String> FIELDS = List.of(
            "search",
            "categoryOneOf",
            "licenceOneOf[]",
            "languageOneOf",
            "tagsOneOf",
            "tagsAllOf[]",
            "nsfw",
            "isLive",
            "isLocal",
            "privacyOneOf",
            "include",
            "host",
            "durationMin",
            "durationMax",
            "startDate",
            "endDate",
            "uuids",
            "searchTarget",
            "skipCount",
            "start",
            "count",
            "sort",
            "cursor");

    private static VideoSearch of(String field, String... values) {
        return VideoListQuery.of(Map.of(field, List.of(values)), VideoListQuery.NEWEST)
                .search();
    }

    @Test
    void asksForTheFirstPageOfAllByDefault() {
        VideoListQuery all = VideoListQuery.of(Map.of(), VideoListQuery.NEWEST);
        assertThat(all.count()).isEqualTo(15);
        assertThat(all.total()).isTrue();
        assertThat(all.search())
                .isEqualTo(new VideoSearch(
                        "",
                        new VideoSearch.Labels(List.of(), List.of(), List.of(), List.of(), List.of()),
                        new VideoSearch.Flags(null, null, null),
                        VideoSearch.Beyond.NOTHING,
                        VideoSearch.Where.ANYWHERE,
                        new VideoSearch.Ranges(null, null, null, null),
                        new VideoSearch.Order(Sort.PUBLISHED, false),
                        new VideoSearch.Part(new PageOf.Window(0, 15), true, "")));
        assertThat(VideoListQuery.of(Map.of(), VideoListQuery.BEST_MATCH)
                        .search()
                        .order())
                .isEqualTo(new VideoSearch.Order(Sort.MATCH, false));
    }

    @Test
    void emptyValuesCountAsAbsent() {
        Map<String, List<String>> empty = new HashMap<>();
        FIELDS.forEach(field -> empty.put(field, List.of("")));
        assertThat(VideoListQuery.of(empty, VideoListQuery.NEWEST))
                .isEqualTo(VideoListQuery.of(Map.of(), VideoListQuery.NEWEST));
    }

    @Test
    void readsListsInBothSpellings() {
        assertThat(of("tagsOneOf", "a", "", "b,c").labels().anyTag()).containsExactly("a", "b,c");
        assertThat(of("tagsAllOf[]", "a", "b").labels().allTags()).containsExactly("a", "b");
        assertThat(of("languageOneOf[]", "de", "_unknown").labels().languages()).containsExactly("de", "_unknown");
        assertThat(of("categoryOneOf", "1", "18").labels().categories()).containsExactly(1, 18);
        assertThat(of("licenceOneOf[]", "7").labels().licences()).containsExactly(7);
        assertThat(of("uuids", ID.toString(), ShortUuid.encode(ID)).where().ids())
                .containsExactly(ID.toString(), ID.toString());
    }

    @Test
    void readsFlagsAndRanges() {
        assertThat(of("nsfw", "both").flags().nsfw()).isNull();
        assertThat(of("nsfw", "false").flags().nsfw()).isFalse();
        assertThat(of("isLive", "true").flags().live()).isTrue();
        assertThat(of("isLocal", "0").flags().local()).isFalse();
        assertThat(of("host", "Videos.Example.org:8443").where().host()).isEqualTo("videos.example.org:8443");
        assertThat(of("privacyOneOf", "4", "2", "4").beyond().privacies())
                .containsExactly(Privacy.UNLISTED, Privacy.INTERNAL);
        assertThat(of("include", "63").beyond().include()).isEqualTo(63);
        assertThat(of("durationMin", "0").ranges().durationMin()).isZero();
        assertThat(of("durationMax", "2147483647").ranges().durationMax()).isEqualTo(Integer.MAX_VALUE);
        assertThat(of("searchTarget", "local")).isEqualTo(of("count", "15"));
        assertThat(of("search", " two\twords ").words()).isEqualTo(" two\twords ");
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-31, 2030-01-31T00:00:00Z",
        "2030-01-31T10:00, 2030-01-31T10:00:00Z",
        "2030-01-31T10:00:00.5Z, 2030-01-31T10:00:00.500Z",
        "2030-01-31T10:00:00+01:00, 2030-01-31T09:00:00Z"
    })
    void readsTimes(String text, String time) {
        assertThat(of("startDate", text).ranges().publishedFrom()).isEqualTo(Instant.parse(time));
        assertThat(of("endDate", text).ranges().publishedTo()).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "-match, MATCH, false",
        "match, MATCH, true",
        "publishedAt, PUBLISHED, true",
        "-createdAt, CREATED, false",
        "name, NAME, true",
        "-duration, DURATION, false",
        "originallyPublishedAt, PUBLISHED, true",
        "-trending, TRENDING, false",
        "-hot, HOT, false",
        "-best, BEST, false",
        "-views, VIEWS, false",
        "views, VIEWS, true",
        "-likes, LIKES, false",
        "-comments, COMMENTS, false",
        "comments, COMMENTS, true"
    })
    void knowsPeerTubesOrders(String text, Sort sort, boolean ascending) {
        assertThat(of("sort", text).order()).isEqualTo(new VideoSearch.Order(sort, ascending));
    }

    @Test
    void asksForTheTotalAlone() {
        VideoListQuery none =
                VideoListQuery.of(Map.of("count", List.of("0"), "start", List.of("10000")), VideoListQuery.NEWEST);
        assertThat(none.count()).isZero();
        assertThat(none.search().part().window()).isEqualTo(new PageOf.Window(0, 1));
        assertThat(of("skipCount", "true").part().total()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start | -1",
                "start | 10001",
                "start | 9990",
                "start | 99999999999999999999999",
                "start | ١",
                "count | 101",
                "count | 1.5",
                "count | ' 1'",
                "sort | -id",
                "sort | -",
                "sort | --name",
                "sort | name;drop",
                "categoryOneOf | 0",
                "categoryOneOf | 1,2",
                "licenceOneOf | 128",
                "licenceOneOf | x",
                "privacyOneOf | 0",
                "privacyOneOf | 5",
                "include | 64",
                "nsfw | maybe",
                "isLive | yes",
                "isLocal | both",
                "skipCount | 2",
                "host | https://example.org",
                "host | 'a b'",
                "durationMin | 2147483648",
                "durationMax | -5",
                "startDate | soon",
                "startDate | 2030-02-31",
                "startDate | T",
                "endDate | +999999999-01-01T00:00:00Z",
                "endDate | 0000-12-31",
                "endDate | 2030-01-31T10:00:00 01:00",
                "uuids | 1",
                "uuids | 0-0-0-0-0",
                "searchTarget | search-index"
            })
    void namesTheFieldThatIsWrong(String field, String value) {
        assertWrong(field, Map.of(field, List.of(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "host", "cursor", "sort", "tagsOneOf", "languageOneOf", "startDate", "uuids"})
    void refusesControlCharactersAndWhatIsTooLong(String field) {
        assertWrong(field, Map.of(field, List.of("a\0b")));
        assertWrong(field, Map.of(field, List.of("x".repeat(3_000))));
    }

    @Test
    void refusesTooManyValues() {
        List<String> many = Collections.nCopies(60, "a");
        assertWrong("tagsOneOf", Map.of("tagsOneOf", many, "tagsOneOf[]", many));
        assertWrong("start", Map.of("start", List.of("1", "2")));
        assertWrong("nsfw", Map.of("nsfw", List.of("true", "false")));
        assertWrong("start", Map.of("start", List.of("1"), "cursor", List.of("x")));
    }

    @Test
    void nothingButARefusalComesOfNoise() {
        Random random = new Random(7);
        String alphabet = "01-9 TZ:.+,x\u0000\ud800\udc00é[]\"<%";
        for (int round = 0; round < 20_000; round++) {
            String noise = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .reduce("", String::concat);
            String field = FIELDS.get(round % FIELDS.size());
            try {
                assertThat(of(field, noise)).isNotNull();
            } catch (PlatformException refused) {
                assertThat(refused).as("%s", noise).hasMessageStartingWith(field.replace("[]", "") + ": ");
            }
        }
    }

    private static void assertWrong(String field, Map<String, List<String>> query) {
        assertThatThrownBy(() -> VideoListQuery.of(query, VideoListQuery.NEWEST))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(KitErrorCode.INVALID_ARGUMENT))
                .hasMessageStartingWith(field + ": ");
    }
}
