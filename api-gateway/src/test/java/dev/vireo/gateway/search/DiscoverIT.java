package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class DiscoverIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String RELATED = "/api/v1/videos/" + ShortUuid.encode(UpstreamFixture.PUBLIC) + "/related";

    @Test
    void listsWhatIsLikeAVideo() {
        JsonNode page = page(RELATED);
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/data/0/uuid").asString()).isEqualTo(UpstreamFixture.GROWING.toString());
        assertThat(GATEWAY.services.discover.asked.getLast())
                .isEqualTo(ListRelatedVideosRequest.newBuilder()
                        .setVideoId(UpstreamFixture.PUBLIC.toString())
                        .setCount(15)
                        .build());
        assertThat(page(RELATED + "?start=3&count=8&skipCount=true").has("total"))
                .isFalse();
        assertThat(GATEWAY.services.discover.asked.getLast())
                .isEqualTo(ListRelatedVideosRequest.newBuilder()
                        .setVideoId(UpstreamFixture.PUBLIC.toString())
                        .setStart(3)
                        .setCount(8)
                        .setSkipCount(true)
                        .build());
        assertThat(page(RELATED + "?count=0").path("data").isEmpty()).isTrue();
    }

    @Test
    void knowsNoVideoThatIsNotThere() {
        assertThat(GATEWAY.get("/api/v1/videos/nothing/related").statusCode()).isEqualTo(404);
        assertThat(GATEWAY.get("/api/v1/videos/" + UpstreamFixture.PRIVATE + "/related")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start=-1", "count=101", "skipCount=maybe"})
    void namesTheFieldThatIsWrong(String query) {
        HttpResponse<byte[]> answer = GATEWAY.get(RELATED + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString())
                .startsWith(query.substring(0, query.indexOf('=')) + ": ");
    }

    @Test
    void hasPeerTubesOverview() {
        JsonNode first = page("/api/v1/overviews/videos", "Overview");
        assertThat(first.at("/categories/0/category/id").asInt()).isEqualTo(15);
        assertThat(first.at("/channels/0/channel/name").asString()).isEqualTo("alice_channel");
        assertThat(first.at("/tags/0/tag").asString()).isEqualTo("one");
        assertThat(first.at("/tags/0/videos/0/uuid").asString()).isEqualTo(UpstreamFixture.PUBLIC.toString());
        JsonNode second = page("/api/v1/overviews/videos?page=2", "Overview");
        assertThat(second.path("categories").isEmpty()
                        && second.path("channels").isEmpty()
                        && second.path("tags").isEmpty())
                .isTrue();
        for (String wrong : new String[] {"0", "21", "x", "-1"}) {
            assertThat(GATEWAY.get("/api/v1/overviews/videos?page=" + wrong).statusCode())
                    .isEqualTo(400);
        }
    }

    private static JsonNode page(String path) {
        return page(path, "RelatedVideoList");
    }

    private static JsonNode page(String path, String schema) {
        HttpResponse<byte[]> answer = GATEWAY.get(path);
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(DESCRIPTION.faults(schema, page)).isEmpty();
        return page;
    }
}
