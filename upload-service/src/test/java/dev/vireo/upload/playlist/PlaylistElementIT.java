package dev.vireo.upload.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.ElementSight;
import dev.vireo.contracts.catalog.v1.FindVideosInOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.ListElementsRequest;
import dev.vireo.contracts.catalog.v1.MoveElementsRequest;
import dev.vireo.contracts.catalog.v1.PlaylistPlace;
import dev.vireo.contracts.catalog.v1.RemoveElementRequest;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistElement;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlaylistElementIT {
    private static final PlaylistPrivacy OPEN = PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC;

    private final PlaylistCallers callers = new PlaylistCallers();
    private final GrpcTestClient alice = callers.alice;

    @Test
    void elementsKeepTheirOrderThroughMovesAndRemovals() {
        Playlist list = callers.make("Ordered", OPEN);
        UUID video = callers.published("public");
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.add(PlaylistCallers.add(alice, list, video));
        }

        assertThat(move(list, null, 1, 4, 2)).isEqualTo(7);
        assertThat(ids(list)).containsExactly(ids.get(2), ids.get(3), ids.get(0), ids.get(1), ids.get(4));
        remove(alice, list, ids.get(3));
        assertThat(ids(list)).containsExactly(ids.get(2), ids.get(0), ids.get(1), ids.get(4));
        assertThat(PlaylistCallers.elements(alice, list))
                .extracting(SeenElement::getPosition)
                .containsExactly(1, 2, 3, 4);
        assertThat(page(list, 2, 1)).extracting(SeenElement::getId).containsExactly(ids.get(1));
        assertThat(status(() -> remove(alice, list, ids.get(3)))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> remove(alice, list, "no id"))).isEqualTo(Code.NOT_FOUND);
        assertThat(move(list, 8L, 2, 2, 1)).as("a move that changes nothing").isEqualTo(8);
        assertThat(status(() -> move(list, 7L, 2, 4, 1))).isEqualTo(Code.ABORTED);
        PlaylistEvent last = callers.told(list).getLast();
        assertThat(last.getRevision()).isEqualTo(8);
        assertThat(last.getUpdated().getPlaylist().getElementsList())
                .extracting(PlaylistElement::getId)
                .containsExactlyElementsOf(ids(list));
    }

    @Test
    void anElementHasABeginningAndAnEnd() {
        Playlist list = callers.make("Parts", OPEN);
        UUID video = callers.published("public");
        PlaylistElement added = alice.playlists()
                .addElement(AddElementRequest.newBuilder()
                        .setPlaylistId(list.getId())
                        .setVideoId(video.toString())
                        .setStartSeconds(3)
                        .setStopSeconds(9)
                        .build())
                .getElement();

        PlaylistElement later = update(list, added, 5, null);
        assertThat(List.of(later.getStartSeconds(), later.getStopSeconds())).containsExactly(5, 9);
        PlaylistElement whole = update(list, added, -1, -1);
        assertThat(whole.hasStartSeconds() || whole.hasStopSeconds()).isFalse();
        assertThat(PlaylistCallers.elements(alice, list).getFirst().hasStopSeconds())
                .isFalse();
        assertThat(PlaylistCallers.sentenceOf(() -> update(list, added, 9, 9))).contains("stopTimestamp");
        assertThat(PlaylistCallers.sentenceOf(() -> update(list, added, -2, null)))
                .contains("startTimestamp");
    }

    @Test
    void aHiddenVideoIsShownAsHiddenOnly() {
        Playlist list = callers.make("Mixed", OPEN);
        UUID secret = callers.published("private");
        UUID internal = callers.published("internal");
        UUID unfinished = callers.uploaded("public");
        UUID gone = callers.published("public");
        UUID open = callers.published("public");
        List.of(secret, internal, unfinished, gone, open).forEach(video -> PlaylistCallers.add(alice, list, video));
        var unused = alice.catalog()
                .deleteVideo(
                        DeleteVideoRequest.newBuilder().setId(gone.toString()).build());

        assertThat(sights(alice, list)).containsExactly("SEEN", "SEEN", "SEEN", "DELETED", "SEEN");
        assertThat(sights(callers.bob, list)).containsExactly("PRIVATE", "SEEN", "UNAVAILABLE", "DELETED", "SEEN");
        assertThat(sights(callers.anyone, list))
                .containsExactly("PRIVATE", "PRIVATE", "UNAVAILABLE", "DELETED", "SEEN");
        assertThat(PlaylistCallers.elements(callers.anyone, list))
                .allMatch(element -> element.hasVideo() == (element.getSight() == ElementSight.ELEMENT_SIGHT_SEEN));
        assertThat(PlaylistCallers.elements(callers.anyone, list).toString())
                .doesNotContain(secret.toString())
                .doesNotContain(internal.toString());
        assertThat(PlaylistCallers.get(alice, list).getPlaylist().getCover().getId())
                .isEqualTo(secret.toString());
        assertThat(PlaylistCallers.get(callers.anyone, list).getPlaylist().hasCover())
                .isFalse();
        assertThat(PlaylistCallers.get(callers.anyone, list).toString()).doesNotContain(secret.toString());
    }

    @Test
    void nobodyAddsAVideoThatHeMayNotSee() {
        Playlist list = PlaylistCallers.make(
                callers.bob, "Bob's", OPEN, callers.channel(callers.bob).getId());
        UUID secret = callers.published("private");
        UUID open = callers.published("public");

        assertThat(status(() -> PlaylistCallers.add(callers.bob, list, secret))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> PlaylistCallers.add(callers.bob, list, UUID.randomUUID())))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> PlaylistCallers.add(alice, list, open))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(status(() -> PlaylistCallers.add(callers.anyone, list, open)))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(status(() -> PlaylistCallers.add(callers.neighbour, list, open)))
                .isEqualTo(Code.NOT_FOUND);
        String added = PlaylistCallers.add(callers.bob, list, open);
        assertThat(status(() -> remove(alice, list, added))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(ids(list)).containsExactly(added);
    }

    @Test
    void theCallersOwnPlaylistsAreSearchedForVideos() {
        Playlist list = callers.make("Where", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        UUID video = callers.published("public");
        String element = PlaylistCallers.add(alice, list, video);

        List<PlaylistPlace> places = places(alice, video, UUID.randomUUID());
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.getVideoId()).isEqualTo(video.toString());
            assertThat(place.getPlaylistId()).isEqualTo(list.getId());
            assertThat(place.getPlaylistName()).isEqualTo("Where");
            assertThat(place.getElement().getId()).isEqualTo(element);
        });
        assertThat(places(callers.bob, video)).isEmpty();
        assertThat(status(() -> places(callers.anyone, video))).isEqualTo(Code.UNAUTHENTICATED);
        UUID[] many = new UUID[11];
        Arrays.fill(many, video);
        assertThat(PlaylistCallers.sentenceOf(() -> places(alice, many))).contains("videoIds");
    }

    @Test
    void aVideoIsFoundOnceInEachPlaylistHoweverOftenItIsThere() {
        Playlist often = callers.make("Often", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        Playlist once = callers.make("Once", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE);
        UUID video = callers.published("public");
        String first = PlaylistCallers.add(alice, often, video);
        String other = PlaylistCallers.add(alice, once, video);
        callers.service
                .jdbc()
                .sql("insert into playlist_element select gen_random_uuid(), ?::uuid, n, ?, null, null"
                        + " from generate_series(2, 1100) as n")
                .params(often.getId(), video)
                .update();

        assertThat(places(alice, video))
                .extracting(place -> place.getElement().getId())
                .containsExactlyInAnyOrder(first, other);
    }

    @Test
    void manyWhoAddAtOnceAllFindAPlaceUpToTheLimit() {
        try (RunningUploadService strict = RunningUploadService.start(Map.of("vireo.playlist.max-elements", "8"))) {
            GrpcTestClient owner = TestCallers.grpc(strict, "main", "alice");
            byte[] film = TestFilm.of(3_000, 1);
            var tus = TestCallers.tus(strict, "main", "alice");
            UUID video = tus.create(film.length, Map.of("name", "Added"));
            assertThat(tus.patch(video, 0, film).statusCode()).isEqualTo(204);
            Playlist list = PlaylistCallers.make(owner, "Crowded", PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE, "");
            List<CompletableFuture<Code>> adds = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                adds.add(CompletableFuture.supplyAsync(() -> status(() -> PlaylistCallers.add(owner, list, video))));
            }

            assertThat(adds.stream().map(CompletableFuture::join).filter(Code.OK::equals))
                    .hasSize(8);
            assertThat(PlaylistCallers.elements(owner, list))
                    .extracting(SeenElement::getPosition)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(PlaylistCallers.get(owner, list)
                            .getPlaylist()
                            .getPlaylist()
                            .getRevision())
                    .isEqualTo(9);
        }
    }

    private List<String> ids(Playlist list) {
        return PlaylistCallers.elements(alice, list).stream()
                .map(SeenElement::getId)
                .toList();
    }

    private List<SeenElement> page(Playlist list, int start, int count) {
        return alice.playlists()
                .listElements(ListElementsRequest.newBuilder()
                        .setPlaylistId(list.getId())
                        .setStart(start)
                        .setCount(count)
                        .build())
                .getElementsList();
    }

    private static List<String> sights(GrpcTestClient caller, Playlist list) {
        return PlaylistCallers.elements(caller, list).stream()
                .map(element -> element.getSight().name().substring("ELEMENT_SIGHT_".length()))
                .toList();
    }

    private long move(Playlist list, @Nullable Long revision, int start, int after, int count) {
        MoveElementsRequest.Builder request = MoveElementsRequest.newBuilder()
                .setPlaylistId(list.getId())
                .setStartPosition(start)
                .setInsertAfterPosition(after)
                .setCount(count);
        if (revision != null) {
            request.setRevision(revision);
        }
        return alice.playlists().moveElements(request.build()).getRevision();
    }

    private static void remove(GrpcTestClient caller, Playlist list, String element) {
        var unused = caller.playlists()
                .removeElement(RemoveElementRequest.newBuilder()
                        .setPlaylistId(list.getId())
                        .setElementId(element)
                        .build());
    }

    private PlaylistElement update(Playlist list, PlaylistElement element, int start, @Nullable Integer stop) {
        UpdateElementRequest.Builder request = UpdateElementRequest.newBuilder()
                .setPlaylistId(list.getId())
                .setElementId(element.getId())
                .setStartSeconds(start);
        if (stop != null) {
            request.setStopSeconds(stop);
        }
        return alice.playlists().updateElement(request.build()).getElement();
    }

    private static List<PlaylistPlace> places(GrpcTestClient caller, UUID... videos) {
        return caller.playlists()
                .findVideosInOwnPlaylists(FindVideosInOwnPlaylistsRequest.newBuilder()
                        .addAllVideoIds(
                                List.of(videos).stream().map(UUID::toString).toList())
                        .build())
                .getPlacesList();
    }

    private static Code status(Runnable call) {
        return GrpcTestClient.statusOf(call);
    }
}
