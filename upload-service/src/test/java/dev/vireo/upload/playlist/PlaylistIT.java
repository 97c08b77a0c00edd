package dev.vireo.upload.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.GetPlaylistRequest;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsResponse;
import dev.vireo.contracts.catalog.v1.PicturedPlaylist;
import dev.vireo.contracts.catalog.v1.PlaylistOrder;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.kit.ShortUuid;
import dev.vireo.testkit.Eventually;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlaylistIT {
    private final PlaylistCallers callers = new PlaylistCallers();
    private final GrpcTestClient alice = callers.alice;

    @Test
    void aPlaylistIsMadeChangedAndDeletedAndEachIsTold() {
        Playlist made = callers.make("Summer", PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC);
        UUID video = callers.published("public");
        String element = PlaylistCallers.add(alice, made, video);
        Playlist changed = PlaylistCallers.change(
                alice, made, UpdatePlaylistRequest.newBuilder().setRevision(2).setDescription("Long days"));

        assertThat(changed.getDisplayName()).isEqualTo("Summer");
        assertThat(changed.getDescription()).isEqualTo("Long days");
        assertThat(changed.getRevision()).isEqualTo(3);
        assertThat(changed.getLength()).isEqualTo(1);
        PicturedPlaylist found = callers.anyone
                .playlists()
                .getPlaylist(GetPlaylistRequest.newBuilder()
                        .setId(ShortUuid.encode(UUID.fromString(made.getId())))
                        .build())
                .getPlaylist();
        assertThat(found.getPlaylist()).isEqualTo(changed);
        assertThat(found.getCover().getId()).isEqualTo(video.toString());
        PlaylistCallers.delete(alice, made);

        assertThat(status(() -> PlaylistCallers.get(alice, made))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> PlaylistCallers.delete(alice, made))).isEqualTo(Code.NOT_FOUND);
        List<PlaylistEvent> told = callers.told(made);
        assertThat(told)
                .extracting(PlaylistEvent::getEventCase)
                .containsExactly(
                        PlaylistEvent.EventCase.CREATED,
                        PlaylistEvent.EventCase.UPDATED,
                        PlaylistEvent.EventCase.UPDATED,
                        PlaylistEvent.EventCase.DELETED);
        assertThat(told).extracting(PlaylistEvent::getRevision).containsExactly(1L, 2L, 3L, 4L);
        Playlist snapshot = told.get(2).getUpdated().getPlaylist();
        assertThat(snapshot.toBuilder().clearElements().build()).isEqualTo(changed);
        assertThat(snapshot.getElements(0).getId()).isEqualTo(element);
        assertThat(snapshot.getElements(0).getVideoId()).isEqualTo(video.toString());
        assertThat(told.getFirst().getOwnerSubject()).isNotEmpty();
        assertThat(told.getLast().getOwnerSubject()).isEmpty();
    }

    @Test
    void aStaleRevisionIsRefused() {
        Playlist made = callers.make("Revised", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        var rename = UpdatePlaylistRequest.newBuilder().setRevision(1).setDisplayName("First");
        PlaylistCallers.change(alice, made, rename);

        assertThat(status(() -> PlaylistCallers.change(alice, made, rename.setDisplayName("Second"))))
                .isEqualTo(Code.ABORTED);
        assertThat(PlaylistCallers.get(alice, made).getPlaylist().getPlaylist().getDisplayName())
                .isEqualTo("First");
    }

    @Test
    void privacyDecidesWhoSeesAPlaylist() {
        Playlist made = callers.make("Seen", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        assertThat(sees(alice, made)).isTrue();
        assertThat(sees(callers.root, made)).isTrue();
        assertThat(sees(callers.bob, made)).isFalse();
        assertThat(sees(callers.anyone, made)).isFalse();

        PlaylistCallers.change(
                alice, made, UpdatePlaylistRequest.newBuilder().setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED));
        assertThat(sees(callers.anyone, made)).isTrue();
        assertThat(sees(callers.neighbour, made)).isFalse();
    }

    @Test
    void onlyTheOwnerAndAdministratorsChangeThem() {
        Playlist made = callers.make("Mine", PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC);
        Playlist hidden = callers.make("Hidden", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        var rename = UpdatePlaylistRequest.newBuilder().setDisplayName("Theirs");

        assertThat(status(() -> PlaylistCallers.change(callers.bob, made, rename)))
                .isEqualTo(Code.PERMISSION_DENIED);
        assertThat(status(() -> PlaylistCallers.delete(callers.bob, made))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(status(() -> PlaylistCallers.change(callers.bob, hidden, rename)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> PlaylistCallers.change(callers.anyone, made, rename)))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(status(() -> PlaylistCallers.delete(callers.neighbour, made)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(status(
                        () -> PlaylistCallers.make(callers.anyone, "x", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE, "")))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(PlaylistCallers.change(callers.root, made, rename).getDisplayName())
                .isEqualTo("Theirs");
        assertThat(PlaylistCallers.get(callers.bob, made).getMayEdit()).isFalse();
        assertThat(PlaylistCallers.get(callers.root, made).getMayEdit()).isTrue();
    }

    @Test
    void aPublicPlaylistIsInAChannelOfItsOwner() {
        PlaylistPrivacy open = PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC;
        String bobs = callers.channel(callers.bob).getId();
        Playlist made = PlaylistCallers.make(alice, "Nowhere", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE, "");

        assertThat(made.hasChannel()).isFalse();
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.make(alice, "x", open, "")))
                .contains("videoChannelId");
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.make(alice, "x", open, bobs)))
                .contains("videoChannelId");
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.make(alice, "x", open, "12")))
                .contains("videoChannelId");
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.change(
                        alice, made, UpdatePlaylistRequest.newBuilder().setPrivacy(open))))
                .contains("videoChannelId");
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.change(
                        callers.root, made, UpdatePlaylistRequest.newBuilder().setChannelId(bobs))))
                .contains("videoChannelId");
        Playlist changed = PlaylistCallers.change(
                alice,
                made,
                UpdatePlaylistRequest.newBuilder()
                        .setPrivacy(open)
                        .setChannelId(callers.channel(alice).getId()));
        assertThat(changed.getChannel().getName())
                .isEqualTo(callers.channel(alice).getName());
    }

    @Test
    void textsAreCheckedByName() {
        PlaylistPrivacy hidden = PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE;
        Playlist made = PlaylistCallers.make(alice, "n".repeat(120), hidden, "");

        for (String name : List.of("", "  ", "n".repeat(121), "n" + " ".repeat(120), "a\u0000b", "a\nb")) {
            assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.make(alice, name, hidden, "")))
                    .contains("displayName");
        }
        for (String text : List.of("ab", "d".repeat(1_001), "abc\u0000")) {
            assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.change(
                            alice, made, UpdatePlaylistRequest.newBuilder().setDescription(text))))
                    .contains("description");
        }
        assertThat(PlaylistCallers.sentenceOf(() -> PlaylistCallers.change(
                        alice, made, UpdatePlaylistRequest.newBuilder().setPrivacyValue(4))))
                .contains("privacy");
    }

    @Test
    void theOwnersListHasAllOfThemInOrder() {
        GrpcTestClient owner = TestCallers.grpc(callers.service, "second", "alice");
        String channel = callers.channel(owner).getId();
        Playlist bees = PlaylistCallers.make(owner, "bees", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE, "");
        Playlist ants = PlaylistCallers.make(owner, "Ants", PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC, channel);
        Playlist crows = PlaylistCallers.make(owner, "Crows", PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED, channel);
        PlaylistCallers.change(owner, bees, UpdatePlaylistRequest.newBuilder().setDescription("Later"));

        var all = ListOwnPlaylistsRequest.newBuilder();
        assertThat(ids(owner, all)).containsExactly(crows.getId(), ants.getId(), bees.getId());
        assertThat(ids(owner, all.setOrder(PlaylistOrder.PLAYLIST_ORDER_NAME).setAscending(true)))
                .containsExactly(ants.getId(), bees.getId(), crows.getId());
        assertThat(ids(owner, all.setOrder(PlaylistOrder.PLAYLIST_ORDER_UPDATED).setAscending(false)))
                .startsWith(bees.getId());
        assertThat(ids(owner, all.setStart(1).setCount(1))).containsExactly(crows.getId());
        var some = ListOwnPlaylistsRequest.newBuilder();
        assertThat(ids(owner, some.setSearch("N"))).containsExactly(ants.getId());
        assertThat(ids(owner, some.setSearch("%"))).isEmpty();
        assertThat(ids(
                        owner,
                        some.setSearch("").setChannelName(callers.channel(owner).getName())))
                .containsExactly(crows.getId(), ants.getId());
        assertThat(status(() ->
                        callers.anyone.playlists().listOwnPlaylists(ListOwnPlaylistsRequest.getDefaultInstance())))
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void playlistsGoWithTheirChannelAndAreToldWithItsNewName() {
        Channel channel = alice.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName("listed")
                        .setDisplayName("Before")
                        .build())
                .getChannel();
        Playlist made = PlaylistCallers.make(alice, "Going", PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC, channel.getId());

        alice.channels()
                .updateChannel(UpdateChannelRequest.newBuilder()
                        .setName("listed")
                        .setDisplayName("After")
                        .build());
        Eventually.holds("it is told again", () -> {
            PlaylistEvent last = callers.told(made).getLast();
            return last.getUpdated().getPlaylist().getChannel().getDisplayName().equals("After")
                    && last.getRevision() == made.getRevision();
        });

        alice.channels()
                .deleteChannel(
                        DeleteChannelRequest.newBuilder().setName("listed").build());
        assertThat(status(() -> PlaylistCallers.get(alice, made))).isEqualTo(Code.NOT_FOUND);
        assertThat(callers.told(made).getLast().hasDeleted()).isTrue();
    }

    @Test
    void anAccountHasOnlySoMany() {
        try (RunningUploadService strict = RunningUploadService.start(Map.of("vireo.playlist.max-per-account", "2"))) {
            GrpcTestClient owner = TestCallers.grpc(strict, "main", "alice");
            Runnable one = () -> PlaylistCallers.make(owner, "One", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE, "");
            long made = IntStream.range(0, 6)
                    .parallel()
                    .filter(number -> status(one) == Code.OK)
                    .count();

            assertThat(made).isEqualTo(2);
            assertThat(PlaylistCallers.sentenceOf(one)).contains("2 playlists");
        }
    }

    private static boolean sees(GrpcTestClient caller, Playlist playlist) {
        Code code = status(() -> PlaylistCallers.get(caller, playlist));
        assertThat(status(() -> PlaylistCallers.elements(caller, playlist))).isEqualTo(code);
        return code == Code.OK;
    }

    private static List<String> ids(GrpcTestClient caller, ListOwnPlaylistsRequest.Builder request) {
        ListOwnPlaylistsResponse page = caller.playlists().listOwnPlaylists(request.build());
        assertThat(page.getTotal()).isGreaterThanOrEqualTo(page.getPlaylistsCount());
        return page.getPlaylistsList().stream()
                .map(found -> found.getPlaylist().getId())
                .toList();
    }

    private static Code status(Runnable call) {
        return GrpcTestClient.statusOf(call);
    }
}
