package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.SeedingStarted;
import dev.vireo.contracts.seeding.v1.SeedingStopped;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.seeding.v1.TorrentCreated;
import dev.vireo.contracts.seeding.v1.TorrentSet;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.TestTopic;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A video shows what is seeded of it, as long as everybody may have it. */
final class VideoTorrentsIT {
    private final CatalogCallers callers = new CatalogCallers();
    private final TestTopic seeding = new TestTopic(RealServers.kafka().bootstrapServers(), "seeding.v1");

    @Test
    void torrentsComeAndGoEachWithOneRevision() throws InvalidProtocolBufferException {
        UUID id = published();
        long before = video(id).getRevision();
        UUID event = Ids.newId();
        tell(
                id,
                Ids.newId(),
                1,
                SeedingEvent.newBuilder().setCreated(TorrentCreated.newBuilder().setTorrents(set(1))));
        tell(id, event, 2, started(1));
        tell(id, event, 2, started(1));
        tell(id, Ids.newId(), 2, started(1));
        tell(id, Ids.newId(), 3, started(1));
        seeding.send(id.toString(), Ids.newId(), new byte[] {1, 2, 3});
        shows(id, true);
        tell(
                id,
                Ids.newId(),
                5,
                SeedingEvent.newBuilder().setStopped(SeedingStopped.newBuilder().setTorrents(set(1))));
        shows(id, false);
        tell(id, Ids.newId(), 4, started(1));
        tell(
                id,
                Ids.newId(),
                6,
                SeedingEvent.newBuilder().setStarted(SeedingStarted.newBuilder().setTorrents(smaller())));
        shows(id, true);

        Video after = video(id);
        assertThat(after.getTorrents()).isEqualTo(smaller());
        assertThat(after.getRevision()).isEqualTo(before + 3);
        assertThat(told(id, 4).getTorrents()).isEqualTo(smaller());
        assertThat(callers.events(id)).hasSize(5);
        assertThat(told(id, 2).getTorrents()).isEqualTo(set(1));
        assertThat(told(id, 3).hasTorrents()).isFalse();
    }

    @Test
    void torrentsOfAnotherVersionDoNotShow() throws InvalidProtocolBufferException {
        UUID id = published();
        tell(id, Ids.newId(), 1, started(2));
        tell(id, Ids.newId(), 2, started(1));
        shows(id, true);
        assertThat(told(id, 2).hasTorrents()).isFalse();
        assertThat(told(id, 3).getTorrents()).isEqualTo(set(1));
    }

    @Test
    void aVideoThatIsNotForEverybodyShowsNone() throws InvalidProtocolBufferException {
        UUID id = published();
        tell(id, Ids.newId(), 1, started(1));
        shows(id, true);
        callers.change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_PRIVATE));
        assertThat(video(id).hasTorrents()).isFalse();
        callers.change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_UNLISTED));
        assertThat(video(id).getTorrents()).isEqualTo(set(1));
    }

    private UUID published() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        return id;
    }

    /** What an update told of the video; the event follows its transaction. */
    private static Video told(UUID id, int fact) throws InvalidProtocolBufferException {
        TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");
        var facts = Eventually.until("the fact", () -> videos.withKey(id.toString()), told -> told.size() > fact);
        VideoEvent event = VideoEvent.parseFrom(facts.get(fact).value());
        assertThat(event.getEventCase()).isEqualTo(EventCase.UPDATED);
        return event.getUpdated().getVideo();
    }

    private Video video(UUID id) {
        return CatalogCallers.get(callers.alice, id);
    }

    private void shows(UUID id, boolean torrents) {
        Eventually.holds("torrents: " + torrents, () -> video(id).hasTorrents() == torrents);
    }

    private static SeedingEvent.Builder started(int version) {
        return SeedingEvent.newBuilder().setStarted(SeedingStarted.newBuilder().setTorrents(set(version)));
    }

    private static TorrentSet smaller() {
        return TorrentSet.newBuilder().setVersion(1).build();
    }

    private static TorrentSet set(int version) {
        return TorrentSet.newBuilder()
                .setVersion(version)
                .addTorrents(Torrent.newBuilder()
                        .setRendition("720p")
                        .setFile("film-720-fragmented.mp4")
                        .setInfohashV1(ByteString.copyFrom(new byte[20])))
                .build();
    }

    private void tell(UUID id, UUID eventId, long revision, SeedingEvent.Builder event) {
        seeding.send(
                id.toString(),
                eventId,
                event.setInstanceId("main")
                        .setVideoId(id.toString())
                        .setRevision(revision)
                        .build()
                        .toByteArray());
    }
}
