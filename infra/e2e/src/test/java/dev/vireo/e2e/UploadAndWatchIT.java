package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main story: somebody uploads a clip, watches it while it is encoded, and everybody can watch it afterwards. */
final class UploadAndWatchIT {
    private static final int SECONDS = 14;

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());

    @Test
    void anUploadedClipIsWatchedToItsEndAndHasEveryFrameOnce() {
        Person alice = Person.signedIn(main, "alice");
        Path clip = clips.testPicture(1280, 720, 30, SECONDS);
        String id = TusUploads.upload(alice, clip, Map.of("filename", "clip.mp4", "name", "Bars and tone"));
        JsonNode video = Videos.untilPlayable(alice, id);
        String shortId = video.get("shortUUID").asString();
        try (Watching viewer = new Watching()) {
            viewer.open(main, "/w/" + shortId);
            viewer.play();
            Eventually.until("playback of the whole clip", viewer::ended, ended -> ended);
            viewer.screenshot("watched");
            assertThat(viewer.currentTime()).isGreaterThan(SECONDS - 0.5);
            assertThat(viewer.bufferedRanges()).isEqualTo(1);
            assertThat(viewer.complaints()).isEmpty();
        }
        JsonNode published = Videos.untilPublished(alice, id);
        assertEveryFrameOnce(published, clips.frames(clip.toString()));
    }

    @Test
    void theQualityIsSwitchedWhileItPlays() {
        Person alice = Person.signedIn(main, "alice");
        String id = TusUploads.upload(
                alice, clips.testPicture(1280, 720, 30, SECONDS), Map.of("filename", "a.mp4", "name", "Qualities"));
        JsonNode video = Videos.untilPublished(alice, id);
        try (Watching viewer = new Watching()) {
            viewer.open(main, "/w/" + video.get("shortUUID").asString());
            viewer.play();
            Eventually.until("the first picture", viewer::currentTime, time -> time > 0.2);
            viewer.chooseQuality("360p");
            Eventually.until("the small picture", viewer::pictureHeight, height -> height == 360);
            viewer.chooseQuality("720p");
            Eventually.until("the large picture", viewer::pictureHeight, height -> height == 720);
            assertThat(viewer.complaints()).isEmpty();
        }
    }

    private void assertEveryFrameOnce(JsonNode published, int frames) {
        assertThat(published.get("streamingPlaylists")).hasSize(1);
        int renditions = 0;
        for (JsonNode file : published.get("streamingPlaylists").get(0).get("files")) {
            if (file.get("hasVideo").asBoolean()) {
                renditions++;
                String address = file.get("fileUrl").asString();
                List<Double> times = clips.times(address);
                assertThat(times).hasSize(frames).doesNotHaveDuplicates();
                for (int at = 1; at < times.size(); at++) {
                    assertThat(times.get(at) - times.get(at - 1)).isBetween(0.032, 0.035);
                }
            }
        }
        assertThat(renditions).isGreaterThanOrEqualTo(3);
    }
}
