package dev.vireo.e2e;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Videos and playlists of alice, of either instance, to be hidden from others: all alike, but for a word of their own. */
final class Plants {
    /** That all have. */
    static final String BAIT = word();

    private final Clips clips;
    private final Person owner;
    private final Person ownerThere;

    Plants(Platform platform) {
        this.clips = new Clips(platform.ffmpeg());
        this.owner = Person.signedIn(platform.address(), "alice");
        this.ownerThere = Person.signedIn(second(platform), "alice");
    }

    static URI second(Platform platform) {
        return URI.create("http://second.localhost:" + platform.address().getPort());
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    Planted video(String privacy) {
        return video(owner, privacy);
    }

    Planted videoThere(String privacy) {
        return video(ownerThere, privacy);
    }

    Planted playlist(String privacy, Planted... videos) {
        return playlist(owner, privacy, List.of(videos));
    }

    Planted playlistThere(String privacy, Planted... videos) {
        return playlist(ownerThere, privacy, List.of(videos));
    }

    private Planted video(Person person, String privacy) {
        String word = word();
        String id = TusUploads.whole(
                person,
                clips.testPicture(320, 180, 30, 2),
                Map.of("filename", word + ".mp4", "name", "A film " + BAIT + " " + word, "privacy", privacy));
        Videos.untilPublished(person, id);
        person.put(
                        "/api/v1/videos/" + id,
                        "{\"tags\":[\"" + word + "\",\"" + BAIT + "\"],\"description\":\"About " + BAIT + " and " + word
                                + "\",\"category\":7,\"licence\":3,\"language\":\"eo\"}")
                .expect(204);
        JsonNode video = Videos.get(person, id);
        String spoken = word();
        Videos.putCaptions(person, id, "eo", "1\n00:00:00,100 --> 00:00:01,500\nOf " + BAIT + " and " + spoken + "\n")
                .expect(204);
        Planted planted = new Planted(person, Planted.VIDEOS, word, spoken, video);
        Eventually.until("its owner finds " + word, () -> found(planted) && heard(planted), found -> found);
        return planted;
    }

    /**
     * A playlist of these videos, the first of which gives it the picture. It was found before it is hidden, so that the
     * index knows of it.
     */
    private static Planted playlist(Person person, String privacy, List<Planted> videos) {
        String word = word();
        String channel = person.get("/api/v1/users/me")
                .expect(200)
                .json()
                .at("/videoChannels/0/id")
                .asString();
        String id = person.post(
                        "/api/v1/video-playlists",
                        "{\"displayName\":\"A list " + BAIT + " " + word + "\",\"privacy\":1,\"videoChannelId\":\""
                                + channel + "\"}")
                .expect(200)
                .json()
                .at("/videoPlaylist/uuid")
                .asString();
        String path = "/api/v1/video-playlists/" + id;
        videos.forEach(video -> person.post(path + "/videos", "{\"videoId\":\"" + video.id() + "\"}")
                .expect(200));
        inSearch(person, word, id, true);
        if (!privacy.equals("1")) {
            person.put(path, "{\"privacy\":" + privacy + "}").expect(204);
            inSearch(person, word, id, false);
        }
        return new Planted(
                person,
                Planted.PLAYLISTS,
                word,
                word,
                person.get(path).expect(200).json());
    }

    private static void inSearch(Person person, String word, String id, boolean wanted) {
        Eventually.until(
                "the index has heard of " + word, () -> isInSearch(person, word, id), found -> found == wanted);
    }

    private static boolean isInSearch(Person person, String word, String id) {
        return person.get("/api/v1/search/video-playlists?search=" + word)
                .expect(200)
                .text()
                .contains(id);
    }

    static void remove(Planted... planted) {
        for (Planted each : planted) {
            each.owner().delete(each.path()).expect(204);
            Eventually.until("it is gone: " + each.word(), () -> found(each), found -> !found);
        }
    }

    private static boolean found(Planted planted) {
        return planted.isVideo()
                ? ofAll(planted.owner(), "/api/v1/videos?tagsOneOf=" + planted.word())
                        .contains(planted.id())
                : isInSearch(planted.owner(), planted.word(), planted.id());
    }

    private static boolean heard(Planted planted) {
        return ofAll(planted.owner(), "/api/v1/search/videos?search=" + planted.spoken())
                .contains(planted.id());
    }

    private static String ofAll(Person person, String list) {
        return person.get(list + "&privacyOneOf=1&privacyOneOf=2&privacyOneOf=3&privacyOneOf=4")
                .expect(200)
                .text();
    }
}
