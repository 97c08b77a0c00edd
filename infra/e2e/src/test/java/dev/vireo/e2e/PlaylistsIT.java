package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A playlist is found while everybody may see it, plays in its order, and tells nothing of videos that are hidden. */
final class PlaylistsIT {
    private static final String LISTS = "/api/v1/video-playlists";

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void aPlaylistIsFoundAsLongAsEverybodyMaySeeIt() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode first = upload("First " + word);
        JsonNode second = upload("Second " + word);
        String list = make("Rivers " + word);
        String path = LISTS + "/" + list;
        add(path, first);
        add(path, second);
        assertThat(names(anybody, path)).containsExactly("First " + word, "Second " + word);
        until("found", word, 1);

        alice.post(path + "/videos/reorder", "{\"startPosition\":2,\"insertAfterPosition\":0}")
                .expect(204);
        assertThat(names(anybody, path)).containsExactly("Second " + word, "First " + word);
        Eventually.until(
                "the picture of the new first one",
                () -> found(word).at("/data/0/thumbnailPath").asString(""),
                picture -> picture.contains(id(second)));
        anybody.get(found(word).at("/data/0/thumbnailPath").asString()).expect(200);
        for (String place : List.of(LISTS, "/api/v1/accounts/alice/video-playlists")) {
            assertThat(anybody.get(place + "?count=100").expect(200).text()).contains(list);
        }
        isNotOfTheOtherInstance(path, word);
        hideTheFirst(path, second, word);
        comesAndGoes(path, list, word);
    }

    private void comesAndGoes(String path, String list, String word) {
        alice.put(path, "{\"privacy\":3}").expect(204);
        assertThat(alice.get("/api/v1/accounts/alice/video-playlists?search=" + word)
                        .expect(200)
                        .text())
                .as("the owner's list at once")
                .contains(list);
        anybody.get(path).expect(404);
        anybody.get(path + "/videos").expect(404);
        until("made private", word, 0);
        alice.put(path, "{\"privacy\":1}").expect(204);
        until("found again", word, 1);
        alice.delete(path).expect(204);
        alice.get(path).expect(404);
        until("deleted", word, 0);
    }

    @Test
    void itsPagePlaysOneAfterAnother() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode first = upload("First " + word);
        JsonNode hidden = upload("Hidden " + word);
        JsonNode last = upload("Last " + word);
        String list = make("Evening " + word);
        List.of(first, hidden, last).forEach(video -> add(LISTS + "/" + list, video));
        alice.put("/api/v1/videos/" + id(hidden), "{\"privacy\":3}").expect(204);
        String shortId =
                anybody.get(LISTS + "/" + list).json().path("shortUUID").asString();
        until("found", word, 1);
        try (Watching viewer = new Watching()) {
            Page page = viewer.page();
            viewer.open(main, "/search?q=" + word);
            page.waitForSelector("#playlists a");
            viewer.screenshot("playlists-found");
            page.locator("#playlists a").first().click();
            page.waitForSelector("#elements li");
            assertThat(page.locator("h1").innerText()).isEqualTo("Evening " + word);
            assertThat(page.locator("#elements li").count()).isEqualTo(3);
            assertThat(page.content()).doesNotContain("Hidden " + word).doesNotContain(id(hidden));
            page.waitForSelector("video[poster]");
            viewer.screenshot("playlist-first");
            beginsOnceForTwoClicks(page, id(first));

            viewer.play();
            page.waitForSelector("#elements li:nth-child(3)[aria-current]");
            assertThat(page.locator("#title").innerText()).isEqualTo("Last " + word);
            viewer.screenshot("playlist-last");
            assertThat(viewer.complaints()).isEmpty();

            viewer.open(main, "/w/p/" + shortId.substring(1) + "1");
            assertThat(page.locator("h1").first().innerText()).contains("not here");
        }
    }

    /** Whoever is impatient gets one player, not one for each click. */
    private static void beginsOnceForTwoClicks(Page page, String video) {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains(video) && request.url().endsWith("master.m3u8")) {
                asked.add(request.url());
            }
        });
        page.evaluate("() => { document.querySelector('video').className = 'old';"
                + " const link = document.querySelector('#elements a'); link.click(); link.click(); }");
        page.waitForFunction(
                "() => { const v = document.querySelector('video'); return v.className !== 'old' && v.readyState > 0 }");
        assertThat(asked).hasSize(1);
    }

    private void isNotOfTheOtherInstance(String path, String word) {
        Person neighbour = Person.anonymousAt(URI.create("http://second.localhost:" + main.getPort()));
        neighbour.get(path).expect(404);
        assertThat(neighbour
                        .get("/api/v1/search/video-playlists?search=" + word)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private void hideTheFirst(String path, JsonNode video, String word) {
        alice.put("/api/v1/videos/" + id(video), "{\"privacy\":3}").expect(204);
        Eventually.until(
                "its picture is hidden",
                () -> found(word),
                page -> page.at("/data/0/thumbnailPath").isNull());
        for (String place : List.of(path, path + "/videos")) {
            assertThat(anybody.get(place).expect(200).text())
                    .doesNotContain(id(video))
                    .doesNotContain(video.path("shortUUID").asString())
                    .doesNotContain("Second " + word);
        }
        JsonNode element = anybody.get(path + "/videos").json().at("/data/0");
        assertThat(element.path("type").asInt()).isEqualTo(2);
        assertThat(element.path("video").isNull()).isTrue();
        assertThat(names(alice, path)).containsExactly("Second " + word, "First " + word);
    }

    private JsonNode upload(String name) {
        Path clip = clips.testPicture(320, 180, 30, 2);
        return Videos.untilPublished(alice, TusUploads.upload(alice, clip, Map.of("filename", "p.mp4", "name", name)));
    }

    private String make(String name) {
        String channel = alice.get("/api/v1/users/me")
                .expect(200)
                .json()
                .at("/videoChannels/0/id")
                .asString();
        return alice.post(
                        LISTS,
                        "{\"displayName\":\"" + name + "\",\"privacy\":1,\"videoChannelId\":\"" + channel + "\"}")
                .expect(200)
                .json()
                .at("/videoPlaylist/uuid")
                .asString();
    }

    private void add(String path, JsonNode video) {
        alice.post(path + "/videos", "{\"videoId\":\"" + id(video) + "\"}").expect(200);
    }

    private static String id(JsonNode video) {
        return video.path("uuid").asString();
    }

    private static List<String> names(Person person, String path) {
        return person.get(path + "/videos")
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .map(element -> element.at("/video/name").asString())
                .toList();
    }

    private JsonNode found(String word) {
        return anybody.get("/api/v1/search/video-playlists?search=" + word)
                .expect(200)
                .json();
    }

    /** Says how long it took: a figure, not a condition. */
    private void until(String what, String word, int total) {
        Instant begin = Instant.now();
        Eventually.until(what, () -> found(word), page -> page.path("total").asInt() == total);
        System.out.println("Playlists: " + what + " after "
                + Duration.between(begin, Instant.now()).toMillis() + " ms");
    }
}
