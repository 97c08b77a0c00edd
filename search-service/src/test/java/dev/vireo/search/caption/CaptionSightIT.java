package dev.vireo.search.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.Index;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestCaptions;
import dev.vireo.search.TestVideos;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.sight.Sight;
import dev.vireo.testkit.Eventually;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is spoken where the caller may not look takes no place from what he may hear; here there are two places. */
final class CaptionSightIT {
    private static final int PLACES = 2;
    private static final InstanceId MAIN = new InstanceId("main");
    private static final Sight.Here EVERYBODY = new Sight.Everybody(MAIN);
    private static final Sight.Here SIGNED_IN = new Sight.SignedIn(MAIN);
    private static final Sight.Here MODERATOR = new Sight.Privacies(
            MAIN, Arrays.stream(Privacy.values()).map(Privacy::name).toList(), true, null);

    private static final TestVideos VIDEOS = new TestVideos();
    private static final TestCaptions CAPTIONS = new TestCaptions();

    private static RunningSearchService service;
    private static ElasticsearchCaptions captions;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of("vireo.index-life.keep-old", "1s"));
        captions = new ElasticsearchCaptions(
                service.part(ElasticsearchQueries.class),
                service.part(Indexes.class),
                service.part(IndexProperties.class),
                PLACES);
    }

    @AfterAll
    static void stop() {
        service.close();
        CAPTIONS.close();
        VIDEOS.close();
    }

    @Test
    void whatNobodyMaySeeHidesNothing() {
        String word = word();
        String alice = UUID.randomUUID().toString();
        List<Video> louder = new ArrayList<>();
        for (Privacy privacy : List.of(Privacy.PRIVACY_PRIVATE, Privacy.PRIVACY_UNLISTED)) {
            for (int number = 0; number <= PLACES; number++) {
                louder.add(VIDEOS.tell(film().setPrivacy(privacy)));
                louder.add(VIDEOS.tell(film().setState(VideoState.VIDEO_STATE_UPLOADED)));
                louder.add(VIDEOS.tell(film().setInstanceId("second")));
            }
        }
        Video own = VIDEOS.tell(film().setPrivacy(Privacy.PRIVACY_PRIVATE), alice);
        louder.forEach(video -> CAPTIONS.tell(video, "en", 2, word + " " + word, word));
        Eventually.holds("they are known", () -> found(MODERATOR, word).size() == PLACES);
        Video open = VIDEOS.tell(film());
        Video internal = VIDEOS.tell(film().setPrivacy(Privacy.PRIVACY_INTERNAL));
        for (Video video : List.of(open, internal, own)) {
            CAPTIONS.tell(video, "en", 2, "much else is said before " + word, "and after it");
        }

        finds(EVERYBODY, word, open);
        finds(SIGNED_IN, word, open, internal);
        finds(new Sight.Privacies(MAIN, List.of("PRIVACY_PRIVATE"), false, alice), word, own);
        assertThat(found(new Sight.Privacies(MAIN, List.of("PRIVACY_PUBLIC"), false, alice), word))
                .isEmpty();
        assertThat(found(MODERATOR, word)).doesNotContain(open.getId(), internal.getId(), own.getId());
    }

    @Test
    void sightFollowsTheVideoInWhateverOrderItIsTold() {
        Random random = new Random(11);
        List<Video> open = new ArrayList<>();
        List<Runnable> facts = new ArrayList<>();
        List<Video> all =
                IntStream.range(0, 30).mapToObj(number -> film().build()).toList();
        List<String> words = all.stream().map(video -> word()).toList();
        for (int number = 0; number < all.size(); number++) {
            Video video = all.get(number);
            String word = words.get(number);
            boolean opens = number % 2 == 0;
            if (opens) {
                open.add(video);
            }
            List<Runnable> ofVideo = List.of(
                    () -> tell(video, 2, Privacy.PRIVACY_INTERNAL),
                    () -> CAPTIONS.tell(video, "en", 2, "before " + word),
                    () -> tell(video, 3, opens ? Privacy.PRIVACY_PRIVATE : Privacy.PRIVACY_PUBLIC),
                    () -> CAPTIONS.delete(video, "en", 4),
                    () -> CAPTIONS.tell(video, "en", 5, "some " + word),
                    () -> tell(video, 6, opens ? Privacy.PRIVACY_PUBLIC : Privacy.PRIVACY_PRIVATE));
            facts.addAll(ofVideo);
            facts.addAll(ofVideo);
        }
        Collections.shuffle(facts, random);
        facts.forEach(Runnable::run);
        String last = word();
        CAPTIONS.tell(VIDEOS.tell(film()), "en", 2, last);
        Eventually.holds("all is known", () -> found(EVERYBODY, last).size() == 1);

        Eventually.holds("who may find what", () -> {
            for (int number = 0; number < all.size(); number++) {
                Video video = all.get(number);
                assertThat(found(MODERATOR, words.get(number))).containsExactly(video.getId());
                assertThat(found(EVERYBODY, words.get(number)).contains(video.getId()))
                        .isEqualTo(open.contains(video));
            }
            return true;
        });
    }

    @Test
    void aNewIndexKnowsItToo() {
        String word = word();
        Video open = VIDEOS.tell(film());
        CAPTIONS.tell(open, "en", 2, word);
        Video hidden = VIDEOS.tell(film().setPrivacy(Privacy.PRIVACY_PRIVATE));
        CAPTIONS.tell(hidden, "en", 2, word);
        finds(EVERYBODY, word, open);
        String old = answering().getName();

        var unused = service.admin("root")
                .rebuildIndex(RebuildIndexRequest.newBuilder()
                        .setKind(IndexKind.INDEX_KIND_CAPTION)
                        .build());

        Eventually.holds("another one answers", () -> {
            assertThat(found(EVERYBODY, word)).containsExactly(open.getId());
            return !answering().getName().equals(old);
        });
        assertThat(found(EVERYBODY, word)).containsExactly(open.getId());
        assertThat(found(MODERATOR, word)).containsExactlyInAnyOrder(open.getId(), hidden.getId());
    }

    private static void tell(Video video, long revision, Privacy privacy) {
        VIDEOS.tell(video.toBuilder().setRevision(revision).setPrivacy(privacy));
    }

    private static void finds(Sight.Here sight, String word, Video... videos) {
        List<String> ids = Arrays.stream(videos).map(Video::getId).sorted().toList();
        Eventually.holds(
                "found by " + sight,
                () -> found(sight, word).stream().sorted().toList().equals(ids));
    }

    private static List<String> found(Sight.Here sight, String word) {
        return captions.videos(sight, word);
    }

    private static Index answering() {
        return service.admin("root").listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                .filter(index -> index.getKind() == IndexKind.INDEX_KIND_CAPTION && index.getAnswers())
                .findFirst()
                .orElseThrow();
    }

    /** In which something is spoken. */
    private static Video.Builder film() {
        return TestVideos.video("A film").addCaptions(TestCaptions.in("en"));
    }

    /** That no other story has, and no analyzer takes apart. */
    private static String word() {
        return new Random()
                .ints(12, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "x", "k"));
    }
}
