package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody asks of the lists of videos, channels and words, nothing tells of videos that are not for them: each
 * answer is the same, to the letter, when they are gone. Each has a word of its own, and another that is only spoken in it.
 */
final class HostileVideosIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = Plants.second(platform);

    @Test
    void nothingTellsOfHiddenVideos() {
        Plants plants = new Plants(platform);
        Planted open = plants.video("1");
        Planted unlisted = plants.video("2");
        Planted secret = plants.video("3");
        Planted internal = plants.video("4");
        Planted foreign = plants.videoThere("1");
        Planted foreignSecret = plants.videoThere("3");
        List<HostileCaller> strangers = List.of(
                HostileCaller.stranger(main, unlisted, secret, internal, foreign, foreignSecret),
                HostileCaller.stranger(second, unlisted, secret, internal, open, foreignSecret),
                HostileCaller.user(second, unlisted, secret, internal, open, foreignSecret));
        List<HostileCaller> others = List.of(
                HostileCaller.user(main, unlisted, secret, foreign),
                HostileCaller.administrator(second, unlisted, secret, open));
        var questions = RestQuestions.about(
                platform,
                list -> !list.contains("playlist"),
                List.of(open, unlisted, secret, internal, foreign, foreignSecret));

        strangers.forEach(questions::ask);
        // These may see them.
        Plants.remove(internal, foreignSecret);
        others.forEach(questions::ask);
        Plants.remove(unlisted, secret);

        strangers.forEach(questions::askAgain);
        others.forEach(questions::askAgain);
        Plants.remove(open, foreign);
    }

    @Test
    void aTokenOfAnotherInstanceOpensNoList() {
        String token = Person.signedIn(second, "alice").token();
        assertThat(RestQuestions.all(platform, list -> true, List.of())).allSatisfy(question -> {
            // Feeds are for everybody, and look at no token.
            if (!question.everywhere() && question.path().startsWith("/api/")) {
                Person.anonymousAt(main)
                        .get(question.path(), "Authorization", "Bearer " + token)
                        .expect(401);
            }
        });
    }
}
