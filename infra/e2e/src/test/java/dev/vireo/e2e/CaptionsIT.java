package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Words are put under a film, found to the second, read in the player, and gone when they are taken away. */
final class CaptionsIT {
    private static final int START = 4;

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person bob = Person.signedIn(main, "bob");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void wordsAreFoundToTheSecondAndReadInThePlayer() {
        String word = "c" + UUID.randomUUID().toString().substring(0, 8);
        String id = upload();
        String captions = "/api/v1/videos/" + id + "/captions";
        String file = "1\r\n00:00:01,000 --> 00:00:02,000\r\nNothing yet\r\n\r\n2\r\n00:00:04,500 --> 00:00:08,000\r\n"
                + "<i>Here</i> is " + word + " & more\r\n";
        Videos.putCaptions(bob, id, "en", file).expect(403);
        Videos.putCaptions(alice, id, "en", "no captions").expect(400);
        Videos.putCaptions(alice, id, "en", file).expect(204);
        Videos.putCaptions(alice, id, "de", file.replace("Here", "Hier")).expect(204);

        JsonNode list = anybody.get(captions).expect(200).json();
        assertThat(list.get("total").asInt()).isEqualTo(2);
        Person.Answer kept =
                anybody.get(list.at("/data/1/captionPath").asString()).expect(200);
        assertThat(kept.header("Content-Type")).isEqualTo("text/vtt;charset=utf-8");
        assertThat(kept.text()).contains("00:00:04.500 --> 00:00:08.000\n<i>Here</i> is " + word + " &amp; more");

        JsonNode found = Eventually.until(
                "the word is found",
                () -> found(word),
                page -> page.path("total").asInt() == 1);
        assertThat(found.at("/data/0/uuid").asString()).isEqualTo(id);
        assertThat(found.at("/data/0/captions/0/start").asInt()).isEqualTo(START);
        assertThat(found.at("/data/0/captions/0/text").asString()).contains("<em>" + word + "</em> &amp; more");
        readInThePlayer(word);

        alice.put("/api/v1/videos/" + id, "{\"privacy\":3}").expect(204);
        Eventually.until("hidden", () -> found(word), page -> page.path("total").asInt() == 0);
        Eventually.until("not told", () -> anybody.get(captions).status(), status -> status == 404);
        alice.put("/api/v1/videos/" + id, "{\"privacy\":1}").expect(204);
        Eventually.until("back", () -> found(word), page -> page.path("total").asInt() == 1);
        alice.delete(captions + "/en").expect(204);
        alice.delete(captions + "/de").expect(204);
        Eventually.until("silent", () -> found(word), page -> page.path("total").asInt() == 0);
        alice.delete(captions + "/de").expect(404);
    }

    private String upload() {
        return Videos.untilPublished(
                        alice,
                        TusUploads.upload(
                                alice,
                                clips.testPicture(320, 180, 30, 8),
                                Map.of("filename", "c.mp4", "name", "A film with words")))
                .get("uuid")
                .asString();
    }

    private void readInThePlayer(String word) {
        try (Watching viewer = new Watching()) {
            viewer.open(main, "/search?q=" + word);
            viewer.page().click("text=at 0:04");
            viewer.page().waitForURL("**/w/*?start=" + START);
            viewer.page().selectOption("#captions", new SelectOption().setLabel("English"));
            viewer.play();
            Eventually.until(
                    "the words are shown",
                    () -> viewer.page().evaluate("""
                            () => [...document.querySelector('video').textTracks]
                                .filter(track => track.mode === 'showing')
                                .flatMap(track => [...(track.activeCues ?? [])]).map(cue => cue.text).join()"""),
                    ("<i>Here</i> is " + word + " &amp; more")::equals);
            assertThat(viewer.currentTime()).isGreaterThanOrEqualTo(START);
            assertThat(viewer.complaints()).isEmpty();
            viewer.screenshot("captions");
        }
    }

    private JsonNode found(String word) {
        return anybody.get("/api/v1/search/videos?search=" + word).expect(200).json();
    }
}
