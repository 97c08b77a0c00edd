package dev.vireo.search.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.contracts.search.v1.FindPlaylistsRequest;
import dev.vireo.contracts.search.v1.FoundPlaylist;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.PlaylistSort;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.search.v1.ScoredPlaylist;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestPlaylists;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Playlists as people look for them, and what of their videos they show. */
final class PlaylistSearchIT {
    private static final String MARK = "m" + UUID.randomUUID().toString().substring(0, 8);
    private static final String OTHER = MARK + "b";

    private static RunningSearchService service;
    private static TestPlaylists playlists;
    private static TestVideos videos;
    private static Video film;
    private static Video unlisted;
    private static Playlist birds;
    private static Playlist trains;
    private static Playlist empty;
    private static Playlist elsewhere;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of(
                "vireo.instances[2].id", "shy",
                "vireo.instances[2].domain", "shy.example",
                "vireo.instances[2].issuer", RealServers.keycloak().issuer("main"),
                "vireo.instances[2].jwk-set-uri", RealServers.keycloak().jwkSetUri("main"),
                "vireo.instances[2].global-search", "false"));
        playlists = new TestPlaylists();
        videos = new TestVideos();
        film = videos.tell(
                TestVideos.video("A film " + MARK).setInstanceId("main").setDescription("Told at length"));
        unlisted = videos.tell(
                TestVideos.video("Unlisted " + MARK).setInstanceId("main").setPrivacy(Privacy.PRIVACY_UNLISTED));
        birds = playlists.tell(TestPlaylists.playlist("main", "Zürich birds " + MARK, MARK, 10, film.getId())
                .setDescription("All about ornithology"));
        trains = playlists.tell(
                TestPlaylists.playlist("main", "Steam railways " + MARK, OTHER, 20, unlisted.getId(), film.getId()));
        empty = playlists.tell(TestPlaylists.playlist("main", "Blank " + MARK, MARK, 30));
        elsewhere = playlists.tell(TestPlaylists.playlist("second", "Birds abroad " + MARK, MARK, 40, film.getId()));
        playlists.tell(TestPlaylists.playlist("shy", "Birds in hiding " + MARK, MARK, 50, film.getId()));
        Eventually.holds(
                "all are found",
                () -> ids("main", asked()).size() == 3
                        && ids("second", asked()).size() == 1
                        && ids("shy", asked()).size() == 1
                        && !found("main", asked()).getLast().getCover().getId().isEmpty());
    }

    @AfterAll
    static void stop() {
        playlists.close();
        videos.close();
        service.close();
    }

    @Test
    void findsByWordsWithoutAccentsAndWithATypo() {
        assertThat(ids("main", of("zurich " + MARK))).containsExactly(birds.getId());
        assertThat(ids("main", of("railwys " + MARK))).containsExactly(trains.getId());
        assertThat(ids("main", of("ornithology"))).containsExactly(birds.getId());
        assertThat(ids("main", of("submarine"))).isEmpty();
    }

    @Test
    void filtersBySeveralThings() {
        assertThat(ids("main", asked().addIds(birds.getId()))).containsExactly(birds.getId());
        assertThat(ids("main", asked().setAccountName(OTHER))).containsExactly(trains.getId());
        assertThat(ids("main", asked().setChannelName(OTHER + "_channel"))).containsExactly(trains.getId());
        assertThat(ids("main", asked().setFilled(true))).containsExactly(trains.getId(), birds.getId());
        assertThat(ids("main", asked().setHost("MAIN.example"))).hasSize(3);
        assertThat(ids("main", asked().setHost("second.example"))).isEmpty();
    }

    @Test
    void sortsAndPages() {
        assertThat(ids("main", asked())).containsExactly(empty.getId(), trains.getId(), birds.getId());
        assertThat(ids("main", asked().setSort(PlaylistSort.PLAYLIST_SORT_NAME).setAscending(true)))
                .containsExactly(empty.getId(), trains.getId(), birds.getId());
        assertThat(ids(
                        "main",
                        asked().setSort(PlaylistSort.PLAYLIST_SORT_UPDATED).setAscending(true)))
                .containsExactly(birds.getId(), trains.getId(), empty.getId());
        assertThat(ids("main", asked().setStart(1).setCount(1))).containsExactly(trains.getId());
        for (SearchPlaylistsRequest.Builder wrong : List.of(
                asked().setStart(-1),
                asked().setCount(101),
                asked().setStart(10_000),
                asked().addIds("x"),
                asked().setHost("a\0b"),
                asked().setSortValue(9),
                asked().setSearch("x".repeat(1_001)))) {
            assertThatThrownBy(() -> ids("main", wrong))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("INVALID_ARGUMENT");
        }
    }

    @Test
    void thePictureIsThatOfTheFirstVideoOnlyWhenEverybodyMayFindIt() {
        assertThat(one("main", birds).getCover().getId()).isEqualTo(film.getId());
        assertThat(one("main", birds).getCover().getDescription())
                .as("a page has room for the texts of its playlists alone")
                .isEmpty();
        assertThat(one("main", birds).getPlaylist()).isEqualTo(birds);
        assertThat(one("main", trains).hasCover()).isFalse();
        assertThat(one("main", trains).toString()).doesNotContain(unlisted.getId());
        assertThat(one("second", elsewhere).hasCover())
                .as("a video of another instance")
                .isFalse();
        Video passing = videos.tell(TestVideos.video("Passing").setInstanceId("main"));
        Playlist list = playlists.tell(TestPlaylists.playlist("main", "Passing pictures", OTHER, 1, passing.getId()));
        Eventually.holds("its picture is there", () -> hasCover(list));
        videos.tell(passing.toBuilder().setRevision(2).setPrivacy(Privacy.PRIVACY_PRIVATE));
        Eventually.holds("its picture is hidden", () -> !hasCover(list));
        assertThat(one("main", list).getPlaylist()).isEqualTo(list);
    }

    @Test
    void whatIsNotPublicIsNotEvenInTheIndex() {
        String secret = "s" + UUID.randomUUID().toString().substring(0, 8);
        Playlist.Builder list = TestPlaylists.playlist("main", secret, OTHER, 1, film.getId());
        playlists.tell(list);
        Eventually.holds("it is found", () -> ids("main", of(secret)).size() == 1);
        long revision = 1;
        for (PlaylistPrivacy hidden :
                List.of(PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED, PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE)) {
            playlists.tell(list.setPrivacy(hidden).setRevision(++revision));
            Eventually.holds("it is gone", () -> ids("main", of(secret)).isEmpty());
            assertThat(document(list.getId())).contains("\"gone\":true").doesNotContain(secret);
            playlists.tell(
                    list.setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC).setRevision(++revision));
            Eventually.holds("it is back", () -> ids("main", of(secret)).size() == 1);
        }
        playlists.delete(list.build(), ++revision);
        Eventually.holds("it is deleted", () -> ids("main", of(secret)).isEmpty());
        playlists.tell(list.setRevision(revision - 1));
        Playlist last = playlists.tellBehind(list.getId(), TestPlaylists.playlist("main", secret, OTHER, 1));
        Eventually.holds("a late fact was read", () -> ids("main", of(secret)).contains(last.getId()));
        assertThat(ids("main", of(secret))).containsExactly(last.getId());
    }

    @Test
    void otherPlatformsFindThoseOfAllInstancesThatTakePart() {
        assertThat(everywhere(FindPlaylistsRequest.newBuilder()))
                .containsExactlyInAnyOrder(birds.getId(), trains.getId(), empty.getId(), elsewhere.getId());
        assertThat(everywhere(FindPlaylistsRequest.newBuilder().addBlockedHosts("MAIN.example")))
                .containsExactly(elsewhere.getId());
        assertThat(everywhere(FindPlaylistsRequest.newBuilder().addBlockedAccounts(MARK + "@main.example")))
                .containsExactlyInAnyOrder(trains.getId(), elsewhere.getId());
        assertThat(service.playlistsAt("shy")
                        .findPlaylists(FindPlaylistsRequest.newBuilder()
                                .setQuestion(of(MARK))
                                .build())
                        .getPlaylistsList())
                .extracting(ScoredPlaylist::getScore)
                .containsExactly(1.0, 1.0 / 2, 1.0 / 3, 1.0 / 4);
    }

    @Test
    void theIndexIsMadeAgainFromTheTopic() {
        String index = indexes().getFirst();
        var unused = service.admin("root")
                .rebuildIndex(RebuildIndexRequest.newBuilder()
                        .setKind(IndexKind.INDEX_KIND_PLAYLIST)
                        .build());
        Eventually.holds("another answers", () -> {
            service.look();
            return service.admin("root").listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                    .anyMatch(found -> found.getKind() == IndexKind.INDEX_KIND_PLAYLIST
                            && found.getAnswers()
                            && !found.getName().equals(index));
        });
        assertThat(ids("main", asked())).containsExactly(empty.getId(), trains.getId(), birds.getId());
    }

    private static List<String> indexes() {
        return service.admin("root").listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                .filter(index -> index.getKind() == IndexKind.INDEX_KIND_PLAYLIST)
                .map(index -> index.getName())
                .toList();
    }

    private static boolean hasCover(Playlist list) {
        return found("main", SearchPlaylistsRequest.newBuilder().addIds(list.getId())).stream()
                .anyMatch(FoundPlaylist::hasCover);
    }

    private static String document(String id) {
        return service.cluster()
                .get("/" + service.cluster().prefix() + "-playlist/_doc/" + id)
                .toString();
    }

    private static List<String> everywhere(FindPlaylistsRequest.Builder request) {
        return service
                .playlistsAt("second")
                .findPlaylists(request.setQuestion(of(MARK)).build())
                .getPlaylistsList()
                .stream()
                .map(found -> found.getPlaylist().getPlaylist().getId())
                .toList();
    }

    private static SearchPlaylistsRequest.Builder of(String words) {
        return SearchPlaylistsRequest.newBuilder().setSearch(words);
    }

    /** All with the mark, the newest first. */
    private static SearchPlaylistsRequest.Builder asked() {
        return of(MARK).setSort(PlaylistSort.PLAYLIST_SORT_CREATED);
    }

    private static FoundPlaylist one(String instance, Playlist playlist) {
        return found(instance, SearchPlaylistsRequest.newBuilder().addIds(playlist.getId()))
                .getFirst();
    }

    private static List<FoundPlaylist> found(String instance, SearchPlaylistsRequest.Builder request) {
        return service.playlistsAt(instance).searchPlaylists(request.build()).getPlaylistsList();
    }

    private static List<String> ids(String instance, SearchPlaylistsRequest.Builder request) {
        return found(instance, request).stream()
                .map(found -> found.getPlaylist().getId())
                .toList();
    }
}
