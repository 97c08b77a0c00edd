package dev.vireo.seeder.seeding;

import com.google.protobuf.Descriptors.Descriptor;
import dev.vireo.contracts.seeding.v1.CidPublished;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.SeedingStarted;
import dev.vireo.contracts.seeding.v1.SeedingStopped;
import dev.vireo.contracts.seeding.v1.StopReason;
import dev.vireo.contracts.seeding.v1.TorrentCreated;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import org.springframework.stereotype.Component;

/** Facts for topic {@code seeding.v1} and tasks for the workers, each added to the transaction that makes it true. */
@Component
class SeedEvents {

    private static final String TOPIC = "seeding.v1";
    private static final String TASK_TOPIC = "seed-task.v1";

    private final EventOutbox outbox;
    private final JdbcSeedRepository seeds;
    private final JdbcFileRepository files;
    private final JdbcDirectoryRepository directories;

    SeedEvents(
            EventOutbox outbox,
            JdbcSeedRepository seeds,
            JdbcFileRepository files,
            JdbcDirectoryRepository directories) {
        this.outbox = outbox;
        this.seeds = seeds;
        this.files = files;
        this.directories = directories;
    }

    void task(SeedTask task) {
        var message = dev.vireo.contracts.seeding.v1.SeedTask.newBuilder()
                .setInstanceId(task.video().instance().value())
                .setVideoId(task.video().videoId().toString())
                .setTaskId(task.id().toString())
                .setAttempt(task.attempt());
        outbox.add(new OutboxEvent(
                TASK_TOPIC,
                task.id().toString(),
                dev.vireo.contracts.seeding.v1.SeedTask.getDescriptor().getFullName(),
                message.build().toByteArray()));
    }

    void created(SeededVersion video, String rendition) {
        var fact = TorrentCreated.newBuilder().setTorrents(torrents(video)).setRendition(rendition);
        add(video, TorrentCreated.getDescriptor(), SeedingEvent.newBuilder().setCreated(fact));
    }

    void started(SeededVersion video) {
        var fact = SeedingStarted.newBuilder().setTorrents(torrents(video));
        add(video, SeedingStarted.getDescriptor(), SeedingEvent.newBuilder().setStarted(fact));
    }

    /** All of the version has one CID. */
    void cidPublished(SeededVersion video) {
        var fact = CidPublished.newBuilder().setTorrents(torrents(video));
        add(video, CidPublished.getDescriptor(), SeedingEvent.newBuilder().setCidPublished(fact));
    }

    /** Comes before the rows of the files go. */
    void stopped(SeededVersion video, StopCause cause) {
        var fact = SeedingStopped.newBuilder().setTorrents(torrents(video)).setReason(reason(cause));
        add(video, SeedingStopped.getDescriptor(), SeedingEvent.newBuilder().setStopped(fact));
    }

    private static StopReason reason(StopCause cause) {
        return switch (cause) {
            case NOT_PUBLIC -> StopReason.STOP_REASON_NOT_PUBLIC;
            case DELETED -> StopReason.STOP_REASON_DELETED;
            case REPLACED -> StopReason.STOP_REASON_REPLACED;
        };
    }

    private dev.vireo.contracts.seeding.v1.TorrentSet torrents(SeededVersion video) {
        return TorrentMapper.set(video.version(), files.seeded(video.videoId()), directories.find(video));
    }

    private void add(SeededVersion video, Descriptor type, SeedingEvent.Builder event) {
        SeedingEvent message = event.setInstanceId(video.instance().value())
                .setVideoId(video.videoId().toString())
                .setRevision(seeds.nextRevision(video.videoId()))
                .build();
        outbox.add(new OutboxEvent(TOPIC, video.videoId().toString(), type.getFullName(), message.toByteArray()));
    }
}
