package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two communities on one platform: what belongs to one is not there for the other, and private is private. */
final class TenancyIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = URI.create("http://second.localhost:" + main.getPort());
    private final Clips clips = new Clips(platform.ffmpeg());

    @Test
    void aVideoOfOneInstanceIsNotThereForTheOther() {
        Person alice = Person.signedIn(main, "alice");
        Person rootOfSecond = Person.signedIn(second, "root");
        JsonNode video = published(alice, Map.of("filename", "a.mp4", "name", "Of the first instance"));
        String id = video.get("uuid").asString();
        for (Person stranger : new Person[] {Person.anonymousAt(second), rootOfSecond}) {
            stranger.get("/api/v1/videos/" + id).expect(404);
            stranger.get("/api/v1/videos/" + video.get("shortUUID").asString()).expect(404);
            stranger.get("/w/" + video.get("shortUUID").asString()).expect(404);
            stranger.get(URI.create(playlist(video)).getPath()).expect(404);
        }
        rootOfSecond.put("/api/v1/videos/" + id, "{\"name\":\"Taken over\"}").expect(404);
        rootOfSecond.delete("/api/v1/videos/" + id).expect(404);
        assertThat(Person.anonymousAt(second)
                        .get("/api/v1/accounts/alice/videos")
                        .text())
                .doesNotContain(id);
        Person.anonymousAt(main).get("/api/v1/videos/" + id).expect(200);
    }

    @Test
    void aTokenOfOneInstanceIsWorthNothingAtTheOther() {
        Person alice = Person.signedIn(main, "alice");
        Person smuggler = Person.anonymousAt(second);
        smuggler.get("/api/v1/users/me", "Authorization", "Bearer " + alice.token())
                .expect(401);
        alice.get("/api/v1/users/me").expect(200);
    }

    @Test
    void aPrivateVideoIsForItsOwnerAlone() {
        Person alice = Person.signedIn(main, "alice");
        Person bob = Person.signedIn(main, "bob");
        JsonNode video = published(alice, Map.of("filename", "p.mp4", "name", "For me alone", "privacy", "3"));
        String id = video.get("uuid").asString();
        for (Person other : new Person[] {Person.anonymousAt(main), bob}) {
            other.get("/api/v1/videos/" + id).expect(404);
            other.delete("/api/v1/videos/" + id).expect(other == bob ? 404 : 401);
            assertThat(other.get("/api/v1/accounts/alice/videos").text()).doesNotContain(id);
        }
        String signed = URI.create(playlist(video)).getPath();
        assertThat(signed).startsWith("/media/s/");
        Person.anonymousAt(main).get(signed).expect(200);
        Person.anonymousAt(main).get(signed.replaceFirst("/s/[^/]+/", "/")).expect(404);
        Person.anonymousAt(main)
                .get(signed.replaceFirst("/s/(\\d+)-.", "/s/$1-x"))
                .expect(404);
    }

    @Test
    void whatIsDeletedIsGone() {
        Person alice = Person.signedIn(main, "alice");
        JsonNode video = published(alice, Map.of("filename", "d.mp4", "name", "Soon gone"));
        String path = "/api/v1/videos/" + video.get("uuid").asString();
        String media = URI.create(playlist(video)).getPath();
        Person.anonymousAt(main).get(media).expect(200);
        alice.delete(path).expect(204);
        alice.get(path).expect(404);
        Eventually.until(
                "the files are removed",
                () -> Person.anonymousAt(main).get(media).status(),
                status -> status == 404);
    }

    private JsonNode published(Person owner, Map<String, String> metadata) {
        return Videos.untilPublished(owner, TusUploads.upload(owner, clips.testPicture(320, 180, 30, 3), metadata));
    }

    private static String playlist(JsonNode video) {
        return video.get("streamingPlaylists").get(0).get("playlistUrl").asString();
    }
}
