package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever somebody asks of the lists, nothing tells of videos that are not for them: no answer, no error and no count.
 * Each hidden video has a word of its own, and another that is only spoken in it; counts must be the same after it was
 * deleted.
 */
final class HostileCallerIT {
    private static final String BAIT = word();

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = URI.create("http://second.localhost:" + main.getPort());
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person owner = Person.signedIn(main, "alice");
    private final Person ownerThere = Person.signedIn(second, "alice");

    /** A video or a playlist, with what would give it away. */
    private record Planted(Person owner, String kind, String word, String spoken, JsonNode video) {
        boolean isVideo() {
            return kind.equals("videos");
        }

        boolean isIn(String text) {
            return Stream.of(word, spoken, id(), shortId()).anyMatch(text::contains);
        }

        String id() {
            return video.path("uuid").asString();
        }

        String shortId() {
            return video.path("shortUUID").asString();
        }
    }

    /** Somebody, and what must never be shown to them. */
    private record Caller(String who, Person person, List<Planted> hidden) {}

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    @Test
    void nothingTellsOfWhatIsHidden() {
        Planted open = plant(owner, "1");
        Planted secret = plant(owner, "3");
        Planted unlisted = plant(owner, "2");
        Planted internal = plant(owner, "4");
        Planted foreign = plant(ownerThere, "1");
        Planted foreignSecret = plant(ownerThere, "3");
        Planted openList = list(owner, "1", List.of(secret, internal, open));
        Planted secretList = list(owner, "3", List.of(open));
        Planted unlistedList = list(owner, "2", List.of(open));
        Planted foreignList = list(ownerThere, "1", List.of(foreignSecret, foreign));
        List<Planted> hidden = List.of(secret, unlisted, internal, foreignSecret, secretList, unlistedList);
        known(owner, List.of(open, secret, unlisted, internal, openList));
        known(ownerThere, List.of(foreign, foreignSecret, foreignList));

        List<Caller> strangers = List.of(
                new Caller("a stranger", Person.anonymousAt(main), with(hidden, foreign, foreignList)),
                new Caller(
                        "a stranger of the other instance", Person.anonymousAt(second), with(hidden, open, openList)),
                new Caller("a user of the other instance", here(second), with(hidden, open, openList)));
        Caller user = new Caller(
                "another user",
                here(main),
                List.of(secret, unlisted, foreign, foreignSecret, secretList, unlistedList, foreignList));
        List<ApiQuestions.Question> questions =
                questions(List.of(open, secret, unlisted, internal, foreign, openList, secretList, unlistedList));

        Map<String, Map<ApiQuestions.Question, String>> before = new HashMap<>();
        strangers.forEach(stranger -> before.put(stranger.who(), asked(stranger, questions)));
        remove(internal);
        before.put(user.who(), asked(user, questions));
        Stream.of(secret, unlisted, foreignSecret, secretList, unlistedList).forEach(this::remove);
        Stream.concat(strangers.stream(), Stream.of(user))
                .forEach(caller -> assertSame(
                        caller,
                        before.getOrDefault(caller.who(), Map.of()),
                        asked(caller, questions),
                        // Whoever has its address may open it, and see that it is gone.
                        List.of(
                                "/api/v1/videos/" + unlisted.id() + "/",
                                "/api/v1/video-playlists/" + unlistedList.id() + "/")));
        Stream.of(open, foreign, openList, foreignList).forEach(this::remove);
    }

    private static void assertSame(
            Caller caller,
            Map<ApiQuestions.Question, String> before,
            Map<ApiQuestions.Question, String> after,
            List<String> butBelow) {
        List<String> differences = before.entrySet().stream()
                .filter(was -> butBelow.stream().noneMatch(was.getKey().path()::startsWith))
                .filter(was -> !was.getValue().equals(after.get(was.getKey())))
                .map(was -> was + ", then " + after.get(was.getKey()))
                .toList();
        assertThat(differences).as("Counts for %s", caller.who()).isEmpty();
    }

    @Test
    void aTokenOfAnotherInstanceOpensNoList() {
        String token = ownerThere.token();
        assertThat(questions(List.of())).allSatisfy(question -> {
            // Feeds are for everybody, and look at no token.
            if (!question.everywhere() && question.path().startsWith("/api/")) {
                Person.anonymousAt(main)
                        .get(question.path(), "Authorization", "Bearer " + token)
                        .expect(401);
            }
        });
    }

    /** Somebody who follows alice, and whose own channel is in the lists already. */
    private static Person here(URI instance) {
        Person bob = Person.signedIn(instance, "bob");
        String channel = bob.get("/api/v1/users/me")
                .expect(200)
                .json()
                .at("/videoChannels/0/id")
                .asString();
        Eventually.until(
                "bob's channel is found",
                () -> bob.get("/api/v1/video-channels?count=100").expect(200).text(),
                list -> list.contains(channel));
        bob.post("/api/v1/users/me/subscriptions", "{\"uri\":\"alice_channel\"}")
                .expect(204);
        return bob;
    }

    private static List<Planted> with(List<Planted> all, Planted... more) {
        return Stream.concat(all.stream(), Stream.of(more)).toList();
    }

    /** All that is answered, as counts. */
    private static Map<ApiQuestions.Question, String> asked(Caller caller, List<ApiQuestions.Question> questions) {
        Map<ApiQuestions.Question, String> counts = new ConcurrentHashMap<>();
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        questions.parallelStream().forEach(question -> {
            Person.Answer answer = question.of(caller.person());
            String text = told(question, answer);
            caller.hidden().stream()
                    .filter(video -> !(question.everywhere() && isPublic(video)))
                    .filter(video -> video.isIn(text))
                    .forEach(video ->
                            leaks.add(caller.who() + " sees " + video.word() + " by " + question + ": " + text));
            if (answer.status() >= 500) {
                leaks.add(caller.who() + " breaks it by " + question + ": " + text);
            }
            counts.put(question, counts(answer));
        });
        assertThat(leaks).isEmpty();
        return counts;
    }

    /** Some answers repeat what was asked, and whoever asked knows that: no places of a video, a refused address. */
    private static String told(ApiQuestions.Question question, Person.Answer answer) {
        if (answer.status() < 400) {
            return answer.text().replaceAll("\"[0-9a-f-]{36}\":\\[]", "");
        }
        String address = question.path().split("\\?", 2)[0];
        String text = answer.text().replace("\"instance\":\"" + address + "\",", "");
        for (String part : address.split("/", -1)) {
            text = text.replace("'" + part + "'", "");
        }
        return text;
    }

    private static boolean isPublic(Planted video) {
        return video.video().at("/privacy/id").asInt() == 1;
    }

    private static String counts(Person.Answer answer) {
        if (answer.status() != 200 || !answer.header("Content-Type").startsWith("application/json")) {
            return String.valueOf(answer.status());
        }
        JsonNode page = answer.json();
        return page.path("total").asString("") + " " + page.path("data").size() + " "
                + page.path("totalLocalVideos").asString("");
    }

    private List<ApiQuestions.Question> questions(List<Planted> planted) {
        JsonNode description =
                Person.anonymousAt(main).get("/api/v1/openapi.json").expect(200).json();
        List<String> spoken =
                planted.stream().filter(Planted::isVideo).map(Planted::spoken).toList();
        return new ApiQuestions(description, values(planted), spoken).all();
    }

    private Map<String, List<String>> values(List<Planted> planted) {
        Map<String, List<String>> values = usual();
        List<String> words = planted.stream().map(Planted::word).toList();
        List<String> ids = planted.stream().map(Planted::id).toList();
        List<String> hosts = List.of(main.getAuthority(), second.getAuthority());
        List<String> names = List.of("alice");
        List<String> channels = List.of("alice_channel");
        values.put("search", join(List.of(BAIT, BAIT.substring(0, 5), "*"), words));
        values.put("tagsOneOf", join(words, List.of(BAIT)));
        values.put("tagsAllOf", join(words, List.of(BAIT)));
        values.put(
                "uuids", join(ids, join(planted.stream().map(Planted::shortId).toList(), List.of(BAIT))));
        values.put("videoIds", join(ids, List.of(UUID.randomUUID().toString())));
        values.put("playlistId", join(ids, List.of(UUID.randomUUID().toString())));
        values.put("id", join(ids, List.of(UUID.randomUUID().toString())));
        values.put("host", hosts);
        values.put("fromHost", hosts);
        values.put("name", names);
        values.put("accountName", names);
        values.put("handle", channels);
        values.put("handles", join(channels, List.of("alice_channel@" + second.getAuthority())));
        values.put("videoChannelName", channels);
        // Whoever asks has somebody else's token for his feed, and tries it for the feeds of others.
        Person bob = Person.signedIn(main, "bob");
        String bobsAccount =
                bob.get("/api/v1/users/me").expect(200).json().at("/account/id").asString();
        values.put(
                "token",
                List.of(
                        bob.get("/api/v1/users/scoped-tokens")
                                .expect(200)
                                .json()
                                .path("feedToken")
                                .asString(),
                        UUID.randomUUID().toString()));
        values.put("accountId", join(List.of(bobsAccount), parties(planted, "account")));
        values.put("uris", join(channels, List.of("alice_channel@" + second.getAuthority())));
        values.put("videoChannelId", parties(planted, "channel"));
        return values;
    }

    /** Values that need nothing planted. */
    private static Map<String, List<String>> usual() {
        List<String> flags = List.of("true", "false");
        Map<String, List<String>> values = new HashMap<>();
        values.put("categoryOneOf", List.of("7"));
        values.put("licenceOneOf", List.of("3"));
        values.put("languageOneOf", List.of("eo", "_unknown"));
        values.put("boostLanguages", List.of("eo"));
        values.put("nsfw", List.of("true", "false", "both"));
        values.put("isLive", flags);
        values.put("isLocal", flags);
        values.put("skipCount", flags);
        values.put("privacyOneOf", List.of("1", "2", "3", "4"));
        values.put("include", List.of("1", "8", "63"));
        values.put("blockedHosts", List.of("elsewhere.example"));
        values.put("blockedAccounts", List.of("nobody@elsewhere.example"));
        values.put("durationMin", List.of("0", "1"));
        values.put("durationMax", List.of("100000"));
        values.put("startDate", List.of("2000-01-01"));
        values.put("endDate", List.of("2100-01-01"));
        values.put("searchTarget", List.of("local"));
        values.put("start", List.of("0", "1"));
        values.put("count", List.of("20", "0"));
        values.put(
                "page", IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
        values.put("cursor", List.of("MA"));
        values.put("sort", List.of("-publishedAt", "createdAt"));
        values.put("format", List.of("xml", "atom", "json"));
        return values;
    }

    private static List<String> parties(List<Planted> planted, String which) {
        return join(
                planted.stream()
                        .filter(Planted::isVideo)
                        .map(one -> one.video().path(which).path("id").asString())
                        .distinct()
                        .toList(),
                List.of(UUID.randomUUID().toString()));
    }

    private static List<String> join(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** A video that is like the others, with a word that none of them has. */
    private Planted plant(Person person, String privacy) {
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
        return new Planted(person, "videos", word, spoken, video);
    }

    /**
     * A playlist of these videos, the first of which gives it the picture, with a word that nothing else has. It was found
     * before it is hidden, so that the index knows of it.
     */
    private static Planted list(Person person, String privacy, List<Planted> videos) {
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
                "video-playlists",
                word,
                word,
                person.get(path).expect(200).json());
    }

    private static void inSearch(Person person, String word, String id, boolean wanted) {
        Eventually.until(
                "the index has heard of " + word,
                () -> person.get("/api/v1/search/video-playlists?search=" + word)
                        .expect(200)
                        .text()
                        .contains(id),
                found -> found == wanted);
    }

    /** Their owner finds them, by the words that were told last. */
    private static void known(Person person, List<Planted> planted) {
        planted.forEach(one -> Eventually.until(
                "the owner finds " + one.word(), () -> found(person, one) && heard(person, one), found -> found));
    }

    private void remove(Planted planted) {
        planted.owner().delete("/api/v1/" + planted.kind() + "/" + planted.id()).expect(204);
        Eventually.until("it is gone: " + planted.word(), () -> found(planted.owner(), planted), found -> !found);
    }

    private static boolean found(Person person, Planted planted) {
        if (!planted.isVideo()) {
            return person.get("/api/v1/search/video-playlists?search=" + planted.word())
                    .expect(200)
                    .text()
                    .contains(planted.id());
        }
        return ofAll(person, "/api/v1/videos?tagsOneOf=" + planted.word()).contains(planted.id());
    }

    private static boolean heard(Person person, Planted planted) {
        return !planted.isVideo()
                || ofAll(person, "/api/v1/search/videos?search=" + planted.spoken())
                        .contains(planted.id());
    }

    private static String ofAll(Person person, String list) {
        return person.get(list + "&privacyOneOf=1&privacyOneOf=2&privacyOneOf=3&privacyOneOf=4")
                .expect(200)
                .text();
    }
}
