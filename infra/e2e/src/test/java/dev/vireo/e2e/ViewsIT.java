package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.local.server.LocalServer;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who watches counts, once, and what is watched rises in the lists. */
final class ViewsIT {
    private static final int SECONDS = 3;

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void whatViewersWatchIsCountedAndRises() {
        String word = "v" + UUID.randomUUID().toString().substring(0, 8);
        String played = upload("Played " + word);
        String told = upload("Told " + word);
        String glanced = upload("Glanced at " + word);

        for (int time = 0; time < 2; time++) {
            for (int viewer = 0; viewer < 3; viewer++) {
                watch(anybody, told, "Browser/" + viewer);
            }
            watch(alice, told, "Browser/" + time);
            watch(anybody, told, "Googlebot/2.1");
            Videos.at(anybody, glanced, "Browser/1", 0);
        }
        try (Watching viewer = new Watching()) {
            viewer.open(main, "/w/" + played);
            viewer.play();
            Eventually.until("playback of the whole clip", viewer::ended, ended -> ended);
            assertThat(viewer.complaints()).isEmpty();
        }
        Eventually.until("the views of three visitors and one account", () -> views(told), views -> views == 4);
        Eventually.until("the view of who watched", () -> views(played), views -> views == 1);
        for (String sort : List.of("-trending", "-views", "-hot", "-best")) {
            Eventually.until(sort, () -> found(word, sort), List.of(told, played, glanced)::equals);
        }
        assertThat(views(told)).isEqualTo(4);
        assertThat(views(glanced)).isZero();
    }

    @Test
    void whatVisitorsWatchTogetherIsRelated() {
        String first = upload("f" + UUID.randomUUID().toString().substring(0, 8));
        String second = upload(
                Person.signedIn(main, "bob"), "s" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(related(first)).as("another's, without a word in common").doesNotContain(second);
        for (int viewer = 0; viewer < 3; viewer++) {
            watch(anybody, first, "Companion/" + viewer);
            watch(anybody, second, "Companion/" + viewer);
        }
        Eventually.until("it is related", () -> related(first), found -> found.contains(second));
        Eventually.until("the other way too", () -> related(second), found -> found.contains(first));
    }

    @Test
    void countsStayExactWhenWhoCountsIsKilled() {
        String id = upload("Killed while it was watched");
        LocalServer search = platform.service("search-service");
        for (int viewer = 0; viewer < 60; viewer++) {
            if (viewer == 20) {
                Eventually.until("some views", () -> views(id), views -> views > 0);
                search.kill9();
            }
            if (viewer == 40) {
                search.start();
            }
            // Each seen twice, once of them perhaps by the one that died.
            watch(anybody, id, "Browser/" + viewer);
            watch(anybody, id, "Browser/" + viewer / 2);
        }
        Eventually.until("all views", () -> views(id), views -> views == 60);
        watch(anybody, id, "Browser/60");
        Eventually.until("one more", () -> views(id), views -> views != 60);
        assertThat(views(id)).isEqualTo(61);
    }

    private String upload(String name) {
        return upload(alice, name);
    }

    private String upload(Person owner, String name) {
        return Videos.untilPublished(
                        owner,
                        TusUploads.upload(
                                owner,
                                clips.testPicture(320, 180, 30, SECONDS),
                                Map.of("filename", "v.mp4", "name", name)))
                .get("uuid")
                .asString();
    }

    private static void watch(Person viewer, String id, String program) {
        Videos.watch(viewer, id, program, SECONDS);
    }

    private long views(String id) {
        return Videos.get(anybody, id).get("views").asLong();
    }

    private List<String> found(String word, String sort) {
        return uuids("/api/v1/search/videos?search=" + word + "&sort=" + sort);
    }

    private List<String> related(String id) {
        return uuids("/api/v1/videos/" + id + "/related");
    }

    private List<String> uuids(String path) {
        JsonNode page = anybody.get(path).expect(200).json();
        return Stream.iterate(0, at -> at < page.get("data").size(), at -> at + 1)
                .map(at -> page.get("data").get(at).get("uuid").asString())
                .toList();
    }
}
