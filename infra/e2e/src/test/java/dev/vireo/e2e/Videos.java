package dev.vireo.e2e;

import dev.vireo.testkit.Eventually;
import java.net.http.HttpRequest;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Waits for what becomes of a video, as a client of the REST API sees it. */
final class Videos {
    private static final int PUBLISHED = 1;
    private static final int FAILED = 7;

    private Videos() {}

    /** Its playlist can be played, perhaps while the rest is encoded. */
    static JsonNode untilPlayable(Person owner, String id) {
        return until(
                owner, id, "playable", video -> video.get("streamingPlaylists").size() > 0);
    }

    /** Everything is there. */
    static JsonNode untilPublished(Person owner, String id) {
        return until(owner, id, "published", video -> state(video) == PUBLISHED);
    }

    /** Every file of it is a torrent, and the tracker knows it. */
    static JsonNode untilSeeded(Person owner, String id) {
        untilPublished(owner, id);
        return until(
                owner,
                id,
                "seeded",
                video -> StreamSupport.stream(
                                video.get("streamingPlaylists")
                                        .get(0)
                                        .get("files")
                                        .spliterator(),
                                false)
                        .noneMatch(file -> file.get("torrentUrl").isNull()));
    }

    /** Transcoding was given up. */
    static JsonNode untilFailed(Person owner, String id) {
        return Eventually.until(
                "video " + id + " failed", () -> get(owner, id), video -> video.has("state") && state(video) == FAILED);
    }

    static JsonNode get(Person person, String id) {
        return person.get("/api/v1/videos/" + id).json();
    }

    /** Puts words under it, from a SubRip or WebVTT file. */
    static Person.Answer putCaptions(Person person, String id, String language, String file) {
        return person.send(person.request("/api/v1/videos/" + id + "/captions/" + language)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "--frontier\r\nContent-Disposition: form-data; name=\"captionfile\"; filename=\"c.srt\"\r\n"
                                + "Content-Type: application/x-subrip\r\n\r\n" + file + "\r\n--frontier--\r\n"))
                .build());
    }

    /** Watches it from the beginning to that second, with that program. */
    static void watch(Person viewer, String id, String program, int seconds) {
        at(viewer, id, program, 0);
        at(viewer, id, program, seconds);
    }

    /** Tells where a player is. */
    static void at(Person viewer, String id, String program, int second) {
        viewer.send(viewer.request("/api/v1/videos/" + id + "/views")
                        .header("User-Agent", program)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"currentTime\":" + second + "}"))
                        .build())
                .expect(204);
    }

    private static JsonNode until(
            Person owner, String id, String what, java.util.function.Predicate<JsonNode> condition) {
        return Eventually.until("video " + id + " " + what, () -> get(owner, id), video -> {
            if (!video.has("state")) {
                return false;
            }
            if (state(video) == FAILED) {
                throw new AssertionError("Transcoding failed: " + video);
            }
            return condition.test(video);
        });
    }

    private static int state(JsonNode video) {
        return video.get("state").get("id").asInt();
    }
}
