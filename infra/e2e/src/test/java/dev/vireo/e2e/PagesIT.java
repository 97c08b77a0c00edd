package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a video one comes to what has its tag, to its channel and to who made it. */
final class PagesIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");

    @Test
    void aVideoLeadsToItsTagItsChannelAndItsAccount() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        String name = "Otters " + tag;
        String id =
                TusUploads.upload(alice, clips.testPicture(320, 180, 30, 3), Map.of("filename", "o.mp4", "name", name));
        alice.put(
                        "/api/v1/videos/" + id,
                        "{\"tags\":[\"" + tag + "\",\"river life\"],\"licence\":1,\"category\":16,\"language\":\"de\"}")
                .expect(204);
        JsonNode video = Videos.untilPublished(alice, id);
        Eventually.until(
                "found by its tag",
                () -> alice.get("/api/v1/videos?tagsOneOf=" + tag).json(),
                found -> found.path("total").asInt() == 1);
        try (Watching viewer = new Watching()) {
            Page page = viewer.page();
            viewer.open(main, "/w/" + video.get("shortUUID").asString());
            page.waitForSelector("#tags a");
            assertThat(page.locator("#facts").innerText()).contains("views").contains("0:03");
            assertThat(page.locator("#said").innerText()).contains("Attribution", "German", "Animals");
            viewer.screenshot("page-watch");

            page.locator("#tags a").getByText(tag).click();
            assertListed(viewer, name, "page-tag");

            viewer.open(main, "/w/" + video.get("shortUUID").asString());
            page.locator("#channel a").click();
            assertListed(viewer, name, "page-channel");

            page.locator("p.facts a").click();
            page.waitForSelector("#owner[data-path='/accounts/alice']");
            assertListed(viewer, name, "page-account");
            assertThat(viewer.complaints()).isEmpty();
        }
    }

    @Test
    void aChannelWithoutVideosAndANameOfNobodySaySo() {
        String channel = "c" + UUID.randomUUID().toString().substring(0, 8);
        alice.post("/api/v1/video-channels", "{\"name\":\"" + channel + "\",\"displayName\":\"Nothing yet\"}")
                .expect(200);
        try (Watching viewer = new Watching()) {
            viewer.open(main, "/c/" + channel);
            viewer.page().waitForSelector("#videos .empty");
            viewer.screenshot("page-empty");
            assertThat(viewer.complaints()).isEmpty();

            viewer.open(main, "/a/nobody");
            assertThat(viewer.page().locator("h1").innerText()).isEqualTo("Nobody has this name here");
            viewer.screenshot("page-nobody");
            assertThat(viewer.complaints()).hasSize(1).first().asString().contains("404");
        }
    }

    private static void assertListed(Watching viewer, String name, String screenshot) {
        viewer.page().waitForSelector("#videos a");
        List<String> names = viewer.page().locator("#videos a").allInnerTexts();
        viewer.screenshot(screenshot);
        assertThat(names).contains(name);
    }
}
