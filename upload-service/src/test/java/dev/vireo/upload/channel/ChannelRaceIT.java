package dev.vireo.upload.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A channel is deleted while videos get into it by the end of an upload and by a move. */
final class ChannelRaceIT {
    private static final int ROUNDS = 15;

    private final RunningUploadService service = RunningUploadService.shared();
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final TusTestClient tus = TestCallers.tus(service, "main", "alice");
    private final byte[] film = TestFilm.of(3_000, 5);

    @Test
    void noVideoIsLeftInAChannelThatIsGone() throws Exception {
        UUID wanderer = tus.create(film.length, Map.of("name", "wanderer"));
        assertThat(tus.patch(wanderer, 0, film).statusCode()).isEqualTo(204);
        List<Status.Code> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                outcomes.addAll(round(pool, "race" + round, wanderer));
            }
        }

        assertThat(outcomes).isSubsetOf(Status.Code.OK, Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);
        assertThat(service.jdbc().sql("""
                        select count(*) from video v where state <> 'DELETED'
                        and not exists (select 1 from channel c where c.id = v.channel_id)""").query(Integer.class).single()).isZero();
    }

    private List<Status.Code> round(ExecutorService pool, String name, UUID wanderer) throws Exception {
        Channel channel = alice.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName(name)
                        .setDisplayName(name)
                        .build())
                .getChannel();
        UUID upload = tus.create(film.length, Map.of("channelId", channel.getId()));
        CyclicBarrier together = new CyclicBarrier(3);
        Future<Status.Code> end = pool.submit(() -> {
            together.await();
            assertThat(tus.patch(upload, 0, film).statusCode()).isEqualTo(204);
            return Status.Code.OK;
        });
        Future<Status.Code> move = pool.submit(() -> {
            together.await();
            return outcome(() -> alice.catalog()
                    .updateVideo(UpdateVideoRequest.newBuilder()
                            .setId(wanderer.toString())
                            .setChannelId(channel.getId())
                            .build()));
        });
        Future<Status.Code> delete = pool.submit(() -> {
            together.await();
            return outcome(() -> alice.channels()
                    .deleteChannel(
                            DeleteChannelRequest.newBuilder().setName(name).build()));
        });
        return List.of(end.get(), move.get(), delete.get());
    }

    private static Status.Code outcome(Runnable call) {
        try {
            call.run();
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }
}
