package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.ChannelSort;
import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamSearchGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ChannelSearchIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final UpstreamSearchGrpcService UPSTREAM = GATEWAY.services.search;
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String SEARCH = "/api/v1/search/video-channels";

    @Test
    void answersInPeerTubesShape() {
        JsonNode page = page("?search=alice");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/data/0/name").asString()).isEqualTo("alice_channel");
        assertThat(page.at("/data/0/ownerAccount/name").asString()).isNotEmpty();
        assertThat(UPSTREAM.askedChannels.getLast())
                .isEqualTo(SearchChannelsRequest.newBuilder()
                        .setSearch("alice")
                        .setSort(ChannelSort.CHANNEL_SORT_MATCH)
                        .setCount(15)
                        .build());
    }

    @Test
    void passesOnEveryCondition() {
        page("?search=a&host=Example.org&handles=Birds&handles%5B%5D=trains@elsewhere.example&start=10&count=5"
                + "&sort=-createdAt&searchTarget=local");
        assertThat(UPSTREAM.askedChannels.getLast())
                .isEqualTo(SearchChannelsRequest.newBuilder()
                        .setSearch("a")
                        .setHost("example.org")
                        .addNames("birds")
                        .addNames("trains@elsewhere.example")
                        .setSort(ChannelSort.CHANNEL_SORT_CREATED)
                        .setStart(10)
                        .setCount(5)
                        .build());
        page("?sort=displayName");
        assertThat(UPSTREAM.askedChannels.getLast().getSort()).isEqualTo(ChannelSort.CHANNEL_SORT_NAME);
        assertThat(UPSTREAM.askedChannels.getLast().getAscending()).isTrue();
    }

    @Test
    void countsWithoutAPage() {
        JsonNode none = page("?search=alice&count=0");
        assertThat(none.path("total").asInt()).isEqualTo(1);
        assertThat(none.path("data").isEmpty()).isTrue();
    }

    @Test
    void listsAllChannels() {
        list("/api/v1/video-channels", "ChannelList");
        assertThat(UPSTREAM.askedChannels.getLast())
                .isEqualTo(SearchChannelsRequest.newBuilder()
                        .setSort(ChannelSort.CHANNEL_SORT_CREATED)
                        .setCount(15)
                        .build());
        list("/api/v1/video-channels?sort=name&start=3&count=4", "ChannelList");
        assertThat(UPSTREAM.askedChannels.getLast())
                .isEqualTo(SearchChannelsRequest.newBuilder()
                        .setSort(ChannelSort.CHANNEL_SORT_HANDLE)
                        .setAscending(true)
                        .setStart(3)
                        .setCount(4)
                        .build());
    }

    @Test
    void listsAllAccounts() {
        JsonNode page = list("/api/v1/accounts?sort=createdAt&count=1", "AccountList");
        assertThat(page.at("/data/0/name").asString()).isEqualTo("alice");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(UPSTREAM.askedAccounts.getLast())
                .isEqualTo(ListAccountsRequest.newBuilder()
                        .setAscending(true)
                        .setCount(1)
                        .build());
        list("/api/v1/accounts", "AccountList");
        assertThat(UPSTREAM.askedAccounts.getLast())
                .isEqualTo(ListAccountsRequest.newBuilder().setCount(15).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts?sort=name",
                "/api/v1/accounts?count=101",
                "/api/v1/video-channels?sort=match",
                "/api/v1/video-channels?start=-1"
            })
    void refusesWhatTheListsDoNotHave(String path) {
        assertThat(GATEWAY.get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"start=-1,start", "count=101,count", "sort=views,sort", "host=a/b,host", "searchTarget=x,searchTarget"})
    void refusesByName(String query, String field) {
        HttpResponse<byte[]> answer = GATEWAY.get(SEARCH + "?search=a&" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).startsWith(field);
    }

    @Test
    void saysWhenTheIndexIsAway() {
        assertThat(GATEWAY.get(SEARCH + "?search=" + UpstreamSearchGrpcService.AWAY)
                        .statusCode())
                .isEqualTo(503);
    }

    private static JsonNode page(String query) {
        return list(SEARCH + query, "ChannelList");
    }

    private static JsonNode list(String path, String schema) {
        HttpResponse<byte[]> answer = GATEWAY.get(path);
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(DESCRIPTION.faults(schema, page)).isEmpty();
        return page;
    }
}
