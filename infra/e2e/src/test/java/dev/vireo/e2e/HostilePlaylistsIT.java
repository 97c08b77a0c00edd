package dev.vireo.e2e;

import dev.vireo.local.Platform;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody asks of playlists, nothing tells of those that are not for them, nor of such videos in those that are:
 * each answer is the same, to the letter, when they are gone.
 */
final class HostilePlaylistsIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = Plants.second(platform);

    @Test
    void nothingTellsOfHiddenPlaylistsAndVideosInThem() {
        Plants plants = new Plants(platform);
        Planted open = plants.video("1");
        Planted secret = plants.video("3");
        Planted internal = plants.video("4");
        Planted foreignSecret = plants.videoThere("3");
        Planted openList = plants.playlist("1", secret, internal, open);
        Planted unlistedList = plants.playlist("2", open);
        Planted secretList = plants.playlist("3", open);
        Planted foreignList = plants.playlistThere("1", foreignSecret);
        List<HostileCaller> strangers = List.of(
                HostileCaller.stranger(main, secret, internal, unlistedList, secretList, foreignSecret, foreignList),
                HostileCaller.stranger(
                        second, secret, internal, open, unlistedList, secretList, openList, foreignSecret),
                HostileCaller.user(second, secret, internal, open, unlistedList, secretList, openList, foreignSecret));
        List<HostileCaller> others = List.of(
                HostileCaller.user(main, secret, unlistedList, secretList, foreignList),
                HostileCaller.administrator(second, secret, open, unlistedList, secretList, openList));
        var questions = RestQuestions.about(
                platform,
                list -> list.contains("playlist"),
                List.of(open, secret, internal, foreignSecret, openList, unlistedList, secretList, foreignList));

        strangers.forEach(questions::ask);
        // These may see them.
        Plants.remove(internal, foreignSecret);
        others.forEach(questions::ask);
        Plants.remove(secret, unlistedList, secretList);

        strangers.forEach(questions::askAgain);
        others.forEach(questions::askAgain);
        Plants.remove(open, openList, foreignList);
    }
}
