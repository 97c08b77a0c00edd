package dev.vireo.upload.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.testkit.Eventually;
import dev.vireo.upload.GrpcTestClient;
import io.grpc.Status.Code;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several who change the same playlists at once; the test is one of them, in a transaction of its own. */
final class PlaylistLocksIT {
    private static final PlaylistPrivacy OPEN = PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC;

    private final PlaylistCallers callers = new PlaylistCallers();
    private final GrpcTestClient alice = callers.alice;

    @Test
    void whoeverWaitsForAPlaylistFindsItInTheChannelWhereItWasPut() throws SQLException {
        Channel target = channel("target");
        Playlist made = callers.make("Moving", OPEN);
        CompletableFuture<Playlist> change;
        try (Connection first = begin()) {
            update(
                    first,
                    "update playlist set channel_id = ?::uuid, revision = 2 where id = ?::uuid",
                    target.getId(),
                    made.getId());
            change = CompletableFuture.supplyAsync(() -> PlaylistCallers.change(
                    alice, made, UpdatePlaylistRequest.newBuilder().setDisplayName("Moved")));
            untilSomebodyWaitsFor(first);
            first.commit();
        }

        assertThat(change.join().getChannel().getName()).isEqualTo("target");
        assertThat(change.join().getDisplayName()).isEqualTo("Moved");
        assertThat(change.join().getRevision()).isEqualTo(3);
    }

    @Test
    void whoeverTellsOfANewNameHoldsNoVideoWhileHeWaitsForAPlaylist() throws SQLException {
        Channel channel = channel("renamed");
        UUID video = callers.published("public");
        var unusedVideo = alice.catalog()
                .updateVideo(UpdateVideoRequest.newBuilder()
                        .setId(video.toString())
                        .setChannelId(channel.getId())
                        .build());
        Playlist made = PlaylistCallers.make(alice, "Locked", OPEN, channel.getId());
        CompletableFuture<Code> deletion;
        try (Connection first = begin()) {
            update(first, "update playlist set updated_at = updated_at where id = ?::uuid", made.getId());
            var unusedChannel = alice.channels()
                    .updateChannel(UpdateChannelRequest.newBuilder()
                            .setName("renamed")
                            .setDisplayName("After")
                            .build());
            untilSomebodyWaitsFor(first);
            try (Connection other = begin()) {
                update(other, "select id from video where id = ?::uuid for update nowait", video.toString());
            }
            deletion = CompletableFuture.supplyAsync(() -> GrpcTestClient.statusOf(() -> {
                var unused = alice.channels()
                        .deleteChannel(DeleteChannelRequest.newBuilder()
                                .setName("renamed")
                                .build());
            }));
            first.commit();
        }

        assertThat(deletion.join()).isEqualTo(Code.OK);
        assertThat(GrpcTestClient.statusOf(() -> PlaylistCallers.get(alice, made)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(callers.told(made).getLast().hasDeleted()).isTrue();
    }

    private Channel channel(String name) {
        return alice.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName(name)
                        .setDisplayName("Before")
                        .build())
                .getChannel();
    }

    private Connection begin() throws SQLException {
        Connection connection = callers.service.database().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setString(at + 1, values[at]);
            }
            boolean rows = statement.execute();
            assertThat(rows ? 1 : statement.getUpdateCount()).isEqualTo(1);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_backend_pid()");
                ResultSet answer = statement.executeQuery()) {
            assertThat(answer.next()).isTrue();
            return answer.getInt(1);
        }
    }

    private void untilSomebodyWaitsFor(Connection holder) throws SQLException {
        int backend = backend(holder);
        Eventually.holds(
                "somebody waits",
                () -> callers.service
                                .jdbc()
                                .sql("select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))")
                                .param(backend)
                                .query(Integer.class)
                                .single()
                        > 0);
    }
}
