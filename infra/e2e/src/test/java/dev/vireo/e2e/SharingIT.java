package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Viewers of the watch page get segments from each other, each in a real Chromium of its own. */
final class SharingIT {
    private static final int SECONDS = 24;
    private static final int LONG_SECONDS = 48;

    /** Pages begin with it: counts what is opened towards others. */
    private static final String COUNTING = """
            window.opened = { RTCPeerConnection: 0, WebSocket: 0 };
            for (const name of Object.keys(window.opened)) {
              window[name] = class extends window[name] {
                constructor(...how) {
                  super(...how);
                  window.opened[name]++;
                }
              };
            }
            """;

    /** Spoils what is long enough to be media, on its way to a peer. */
    private static final String SPOILING = """
            const send = RTCDataChannel.prototype.send;
            RTCDataChannel.prototype.send = function (data) {
              const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
              if (bytes.length < 10_000) {
                return send.call(this, data);
              }
              const spoilt = Uint8Array.from(bytes);
              spoilt[5_000] ^= 1;
              return send.call(this, spoilt);
            };
            """;

    private static final String PRIVACY =
            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })";

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());

    @Test
    void aSecondViewerGetsCheckedSegmentsFromTheFirst() {
        String page = seeded("Shared by two", SECONDS);
        try (Watching first = viewer(page);
                Watching second = new Watching()) {
            playedOn(first, 4);
            second.before(COUNTING);
            second.open(main, page);
            second.play();
            untilEnded(second);
            second.screenshot("sharing");
            assertThat(opened(second, "RTCPeerConnection")).isPositive();
            assertThat(opened(second, "WebSocket")).isPositive();
            assertThat(Eventually.until("bytes from peers", () -> second.shared("peerBytes"), bytes -> bytes > 0))
                    .isPositive();
            assertThat(second.shared("checked")).isPositive();
            assertThat(second.shared("dropped")).isZero();
            assertThat(second.shared("peers")).isEqualTo(1);
            Eventually.until("bytes given", () -> first.shared("givenBytes"), bytes -> bytes > 0);
            assertThat(second.page().locator("#sharing-figures").innerText()).contains("1 peer", "from peers");
            assertThat(first.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
            tell("two viewers", List.of(first, second));
        }
    }

    @Test
    void whenTheMediaDoorClosesAViewerGoesOnFromAPeerAlone() {
        String page = seeded("Origin closed", LONG_SECONDS);
        try (Watching first = viewer(page);
                Watching second = new Watching()) {
            untilEnded(first);
            second.open(main, page);
            second.play();
            Eventually.until("a peer", () -> second.shared("peers"), peers -> peers > 0);
            playedOn(second, 2);
            second.closeMediaDoor();
            // Not all of it is buffered by then.
            assertThat(second.buffered()).isLessThan(LONG_SECONDS - 4.0);
            untilEnded(second);
            assertThat(second.currentTime()).isGreaterThan(LONG_SECONDS - 0.5);
            assertThat(second.shared("peerBytes")).isPositive();
        }
    }

    @Test
    void withSharingOffNothingIsOpenedAndThePageSaysWhy() {
        String page = seeded("Not shared", SECONDS);
        try (Watching first = viewer(page);
                Watching asking = new Watching()) {
            playedOn(first, 2);
            asking.before(COUNTING);
            asking.before(PRIVACY);
            asking.open(main, page);
            asking.play();
            untilEnded(asking);
            assertNothingOpened(asking);
            assertThat(asking.page().locator("#sharing").innerText()).contains("Global Privacy Control");
            assertThat(asking.page().locator("#share").isDisabled()).isTrue();
        }
    }

    @Test
    void theSwitchEndsSharingAndIsRemembered() {
        String page = seeded("Switched", SECONDS);
        try (Watching first = viewer(page);
                Watching second = new Watching()) {
            playedOn(first, 2);
            second.before(COUNTING);
            second.open(main, page);
            second.play();
            Eventually.until("a peer", () -> second.shared("peers"), peers -> peers > 0);
            second.page().locator("#share").uncheck();
            Eventually.until("no peer", () -> first.shared("peers"), peers -> peers == 0);
            untilEnded(second);
            assertThat(second.page().locator("#sharing-figures").isVisible()).isFalse();

            second.open(main, page);
            second.play();
            playedOn(second, 3);
            assertNothingOpened(second);
            assertThat(second.page().locator("#sharing").innerText()).contains("you switched it off");
            second.page().locator("#share").check();
            Eventually.until("a peer again", () -> second.shared("peers"), peers -> peers > 0);
            untilEnded(second);
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void wrongBytesOfAPeerAreDroppedAndComeFromElsewhere() {
        String page = seeded("Spoilt", SECONDS);
        try (Watching spoiling = new Watching();
                Watching second = new Watching()) {
            spoiling.before(SPOILING);
            spoiling.open(main, page);
            spoiling.play();
            untilEnded(spoiling);
            second.open(main, page);
            second.play();
            Eventually.until("wrong segments", () -> second.shared("dropped"), dropped -> dropped > 0);
            Eventually.until("a banned peer", () -> second.shared("banned"), banned -> banned > 0);
            untilEnded(second);
            assertThat(second.bufferedRanges()).isEqualTo(1);
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void fourViewersFetchFromEachOther() {
        String page = seeded("Shared by four", LONG_SECONDS);
        List<Watching> viewers = new ArrayList<>();
        try {
            for (int at = 0; at < 4; at++) {
                Watching viewer = viewer(page);
                viewers.add(viewer);
                playedOn(viewer, 4);
            }
            viewers.forEach(SharingIT::untilEnded);
            tell("four viewers", viewers);
            assertThat(viewers.subList(1, 4))
                    .allSatisfy(viewer -> assertThat(viewer.shared("peerBytes")).isPositive());
        } finally {
            viewers.forEach(Watching::close);
        }
    }

    /** The page of a new video of one picture size that the tracker knows. */
    private String seeded(String name, int seconds) {
        Person alice = Person.signedIn(main, "alice");
        String id = TusUploads.upload(
                alice, clips.testPicture(426, 240, 25, seconds), Map.of("filename", "s.mp4", "name", name));
        return "/w/" + Videos.untilSeeded(alice, id).get("shortUUID").asString();
    }

    private Watching viewer(String page) {
        Watching viewer = new Watching();
        viewer.open(main, page);
        viewer.play();
        return viewer;
    }

    private static void playedOn(Watching viewer, double seconds) {
        Eventually.until(seconds + " s of playback", viewer::currentTime, time -> time > seconds);
    }

    private static void untilEnded(Watching viewer) {
        Eventually.until("playback of the whole video", viewer::ended, ended -> ended);
    }

    private static void assertNothingOpened(Watching viewer) {
        assertThat(opened(viewer, "RTCPeerConnection")).isZero();
        assertThat(opened(viewer, "WebSocket")).isZero();
        assertThat(viewer.page().evaluate("() => performance.getEntriesByType('resource').map(seen => seen.name)"))
                .asString()
                .contains("/assets/watch-")
                .doesNotContain("/assets/engine-");
    }

    private static long opened(Watching viewer, String what) {
        return ((Number) viewer.page().evaluate("() => window.opened." + what)).longValue();
    }

    /** For whoever reads the log: shares differ from run to run, so only that there is one is asserted. */
    private static void tell(String who, List<Watching> viewers) {
        long peers =
                viewers.stream().mapToLong(viewer -> viewer.shared("peerBytes")).sum();
        long server =
                viewers.stream().mapToLong(viewer -> viewer.shared("httpBytes")).sum();
        double bound = (viewers.size() - 1.0) / viewers.size();
        double share = (double) peers / (peers + server);
        System.out.printf(
                "Sharing of %s: %.2f of all bytes came from peers (bound %.2f, ratio %.2f): %s%n",
                who,
                share,
                bound,
                share / bound,
                viewers.stream()
                        .map(viewer -> viewer.shared("peerBytes") + "/" + viewer.shared("httpBytes"))
                        .toList());
    }
}
