package dev.vireo.gateway.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.PlaylistOrder;
import dev.vireo.contracts.search.v1.PlaylistSort;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.UpstreamSearchGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class PlaylistListIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String SEARCH = "/api/v1/search/video-playlists";
    private static final String ALICES = "/api/v1/accounts/alice/video-playlists";
    private static final String CHANNELS = "/api/v1/video-channels/alice_channel/video-playlists";

    @Test
    void asksTheIndexForWhatEverybodyMayFind() {
        String shortId = ShortUuid.encode(UpstreamFixture.PLAYLIST);
        JsonNode page = page(GATEWAY.get(
                SEARCH + "?search=summer&host=" + GATEWAY.host("main") + "&uuids=" + shortId + "&start=5&count=7"));

        assertThat(page.at("/data/0/shortUUID").asString()).isEqualTo(shortId);
        assertThat(asked())
                .isEqualTo(SearchPlaylistsRequest.newBuilder()
                        .setSearch("summer")
                        .setHost(GATEWAY.host("main"))
                        .addIds(UpstreamFixture.PLAYLIST.toString())
                        .setFilled(true)
                        .setSort(PlaylistSort.PLAYLIST_SORT_MATCH)
                        .setStart(5)
                        .setCount(7)
                        .build());
        page(GATEWAY.get("/api/v1/video-playlists?sort=displayName&playlistType=1"));
        assertThat(asked())
                .isEqualTo(SearchPlaylistsRequest.newBuilder()
                        .setSort(PlaylistSort.PLAYLIST_SORT_NAME)
                        .setAscending(true)
                        .setCount(15)
                        .build());
        assertThat(page(GATEWAY.get("/api/v1/video-playlists?count=0"))
                        .path("data")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void strangersSeeWhatIsPublicOfAnAccountOrAChannel() {
        for (HttpResponse<byte[]> answer : List.of(
                GATEWAY.get(ALICES + "?search=sum"), GATEWAY.getAs("bob", "/api/v1/accounts/bob_2/video-playlists"))) {
            page(answer);
        }
        page(GATEWAY.get(ALICES + "?search=sum"));
        assertThat(asked().getAccountName()).isEqualTo("alice");
        assertThat(asked().getSearch()).isEqualTo("sum");
        page(GATEWAY.get(CHANNELS));
        assertThat(asked().getChannelName()).isEqualTo("alice_channel");
        assertThat(GATEWAY.get("/api/v1/accounts/" + UpstreamSearchGrpcService.NOBODY + "/video-playlists")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOwnerSeesAllThereAre() {
        int before = GATEWAY.services.playlistSearch.asked.size();
        page(GATEWAY.getAs("alice", ALICES + "?search=sum&sort=-updatedAt&start=1&count=2"));
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(ListOwnPlaylistsRequest.newBuilder()
                        .setSearch("sum")
                        .setOrder(PlaylistOrder.PLAYLIST_ORDER_UPDATED)
                        .setStart(1)
                        .setCount(2)
                        .build());
        page(GATEWAY.getAs("alice", CHANNELS));
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(ListOwnPlaylistsRequest.newBuilder()
                        .setChannelName("alice_channel")
                        .setOrder(PlaylistOrder.PLAYLIST_ORDER_CREATED)
                        .setCount(15)
                        .build());
        assertThat(page(GATEWAY.getAs("alice", ALICES + "?playlistType=2"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(GATEWAY.services.playlistSearch.asked).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=views",
                "start=-1",
                "count=101",
                "host=a%20b",
                "uuids=x",
                "searchTarget=elsewhere",
                "search=a%00b"
            })
    void namesTheFieldOfASearchThatIsWrong(String query) {
        HttpResponse<byte[]> answer = GATEWAY.get(SEARCH + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).startsWith(query.split("=", 2)[0] + ": ");
    }

    @Test
    void saysWhenTheIndexIsAway() {
        assertThat(GATEWAY.get(SEARCH + "?search=" + UpstreamSearchGrpcService.AWAY)
                        .statusCode())
                .isEqualTo(503);
        HttpResponse<byte[]> type = GATEWAY.get("/api/v1/video-playlists?playlistType=3");
        assertThat(GatewayUnderTest.json(type).path("detail").asString()).startsWith("playlistType: ");
    }

    private static SearchPlaylistsRequest asked() {
        return GATEWAY.services.playlistSearch.asked.getLast();
    }

    private static JsonNode page(HttpResponse<byte[]> answer) {
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(DESCRIPTION.faults("PlaylistList", page)).isEmpty();
        return page;
    }
}
