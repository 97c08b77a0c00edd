package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody follows a channel, sees its new video in a list and in a feed reader, and follows it no more. */
final class SubscriptionsIT {
    private static final String MINE = "/api/v1/users/me/subscriptions";
    private static final String TOKENS = "/api/v1/users/scoped-tokens";

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = URI.create("http://second.localhost:" + main.getPort());
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person bob = Person.signedIn(main, "bob");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void whatIsFollowedComesToListAndFeedUntilItIsFollowedNoMore() {
        String channel = "s" + UUID.randomUUID().toString().replace("-", "");
        String handle = channel + "@" + main.getAuthority();
        String channelId = alice.post(
                        "/api/v1/video-channels", "{\"name\":\"" + channel + "\",\"displayName\":\"Otters\"}")
                .expect(200)
                .json()
                .at("/videoChannel/id")
                .asString();
        String own = upload(channelId, "1");
        String secret = upload(channelId, "3");
        Eventually.until("found", () -> anybody.get("/api/v1/videos?count=100").text(), list -> list.contains(own));
        assertThat(videos(bob)).doesNotContain(own);

        bob.post(MINE, "{\"uri\":\"" + handle + "\"}").expect(204);
        assertThat(bob.get(MINE + "?count=100").expect(200).text()).contains(channelId);
        assertThat(bob.get(MINE + "/" + handle).expect(200).json().path("id").asString())
                .isEqualTo(channelId);
        assertThat(bob.get(MINE + "/exist?uris=" + handle + "&uris=alice_channel")
                        .expect(200)
                        .json()
                        .path(handle)
                        .asBoolean())
                .isTrue();
        assertThat(videos(bob)).contains(own).doesNotContain(secret);
        assertThat(videos(alice)).as("nobody else follows").doesNotContain(own);
        readInAFeedReader(own, secret);

        bob.delete(MINE + "/" + handle).expect(204);
        assertThat(videos(bob)).doesNotContain(own);
        assertThat(feed(anybody, token(bob)).expect(200).text()).doesNotContain(own);
        bob.get(MINE + "/" + handle).expect(404);
        bob.delete(MINE + "/" + handle).expect(404);
        alice.delete("/api/v1/video-channels/" + channel).expect(204);
    }

    private void readInAFeedReader(String own, String secret) {
        String token = token(bob);
        assertThat(feed(anybody, token).expect(200).text()).contains(own).doesNotContain(secret);
        feed(anybody, token(alice)).expect(403);
        feed(Person.anonymousAt(second), token).expect(403);
        String another =
                bob.post(TOKENS, "{}").expect(200).json().path("feedToken").asString();
        feed(anybody, token).expect(403);
        assertThat(feed(anybody, another).expect(200).text()).contains(own);
    }

    /** Of bob's, in RSS: each item has the address of the video's playlist. */
    private Person.Answer feed(Person reader, String token) {
        JsonNode me = bob.get("/api/v1/users/me").expect(200).json();
        return reader.get(
                "/feeds/subscriptions.xml?accountId=" + me.at("/account/id").asString() + "&token=" + token);
    }

    private static String token(Person person) {
        return person.get(TOKENS).expect(200).json().path("feedToken").asString();
    }

    private static String videos(Person person) {
        return person.get(MINE + "/videos?count=100").expect(200).text();
    }

    private String upload(String channelId, String privacy) {
        return Videos.untilPublished(
                        alice,
                        TusUploads.upload(
                                alice,
                                clips.testPicture(320, 180, 30, 2),
                                Map.of(
                                        "filename",
                                        "f.mp4",
                                        "name",
                                        "Followed",
                                        "channelId",
                                        channelId,
                                        "privacy",
                                        privacy)))
                .get("uuid")
                .asString();
    }
}
