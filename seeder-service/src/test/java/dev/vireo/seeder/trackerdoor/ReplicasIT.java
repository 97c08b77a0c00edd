package dev.vireo.seeder.trackerdoor;

import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.admission.PlayerStreams;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two replicas of the tracker on one bus: who asks one of them meets who asked the other. */
final class ReplicasIT {
    private static final String PLAYLIST = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=130000,CODECS=\"mp4a.40.2\"\na.m3u8\n";
    private static final int SIZE = 70_001;
    private static final RunningService SERVICE = RunningService.get();
    private static final ConfigurableApplicationContext OTHER =
            SERVICE.start("--vireo.seeder.admission.remember=500ms");

    private final int here = SERVICE.bean(TrackerServer.class).port();
    private final int there = OTHER.getBean(TrackerServer.class).port();

    @AfterAll
    static void stop() {
        OTHER.close();
    }

    @Test
    void peersOfOneAreToldByTheOther() {
        TrackedHash hash = seed(Ids.newId());
        Eventually.holds(
                "it is known", () -> HttpPeer.announce(here, hash, 1001, "").contains("incompletei1e"));
        Eventually.holds(
                "it is heard of", () -> HttpPeer.announce(there, hash, 1002, "").contains(compact(1001)));
        Eventually.holds(
                "and back", () -> HttpPeer.announce(here, hash, 1001, "").contains(compact(1002)));

        HttpPeer.announce(here, hash, 1001, "&event=stopped");
        Eventually.holds(
                "it is gone", () -> !HttpPeer.announce(there, hash, 1002, "").contains(compact(1001)));
    }

    @Test
    void aReplicaThatStartsKnowsWhoIsThere() {
        TrackedHash hash = seed(Ids.newId());
        Eventually.holds(
                "it is known", () -> HttpPeer.announce(here, hash, 1003, "").contains("incompletei1e"));
        try (ConfigurableApplicationContext third = SERVICE.start()) {
            int port = third.getBean(TrackerServer.class).port();
            Eventually.holds(
                    "it is known there",
                    () -> HttpPeer.announce(port, hash, 1004, "").contains(compact(1003)));
        }
    }

    @Test
    void browsersOfBothExchangeOfferAndAnswer() {
        UUID video = Ids.newId();
        SERVICE.origin()
                .put(
                        new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/master.m3u8"),
                        PLAYLIST.getBytes(StandardCharsets.UTF_8),
                        "application/vnd.apple.mpegurl");
        seed(
                video,
                SERVICE.store(video, 1, SIZE).toBuilder()
                        .setMultivariantPlaylist("master.m3u8")
                        .build());
        TrackedHash hash = PlayerStreams.hashes(PlayerStreams.swarm(video.toString(), 1), PLAYLIST)
                .getFirst();
        Eventually.holds(
                "it is known here",
                () -> HttpPeer.announce(here, hash, 1005, "").contains("incompletei1e"));
        Eventually.holds(
                "it is known there",
                () -> HttpPeer.announce(there, hash, 1005, "").contains("incompletei1e"));

        Browser.exchange(hash, here, there);
        Browser.exchange(hash, there, here);
        // The one by HTTP stays.
        Eventually.holds(
                "both are gone here",
                () -> HttpPeer.announce(here, hash, 1005, "").contains("incompletei1e"));
        Eventually.holds(
                "both are gone there",
                () -> HttpPeer.announce(there, hash, 1005, "").contains("incompletei1e"));
    }

    private static TrackedHash seed(UUID video) {
        return seed(video, SERVICE.store(video, 1, SIZE));
    }

    private static TrackedHash seed(UUID video, PackagedVideo packaged) {
        SERVICE.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        return TrackedHash.of(SERVICE.await(video, SeedingEvent::hasStarted)
                .getStarted()
                .getTorrents()
                .getTorrents(0)
                .getInfohashV1Only()
                .toByteArray());
    }

    /** A peer's place as answers have it: four bytes of 127.0.0.1, two of the port. */
    private static String compact(int port) {
        return new String(new byte[] {127, 0, 0, 1, (byte) (port >> 8), (byte) port}, StandardCharsets.ISO_8859_1);
    }
}
