package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.UpstreamSearchGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class SuggestionIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String SUGGESTIONS = "/api/v1/search/suggestions";

    @Test
    void suggestsTagsVideosAndChannels() {
        HttpResponse<byte[]> answer = GATEWAY.get(SUGGESTIONS + "?search=caf%C3%A9");
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(new ApiDescription().faults("SuggestionList", page)).isEmpty();
        assertThat(page.at("/data/0/kind").asString()).isEqualTo("tag");
        assertThat(page.at("/data/0/text").asString()).isEqualTo("café");
        assertThat(page.at("/data/1/shortUUID").asString()).isEqualTo(ShortUuid.encode(UpstreamFixture.PUBLIC));
        assertThat(page.at("/data/2/kind").asString()).isEqualTo("channel");
        assertThat(page.at("/data/2/handle").asString()).isEqualTo("films@far.example");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=10"));
    }

    @Test
    void givesAsManyAsAreAskedFor() {
        assertThat(data("?search=a&count=1")).hasSize(1);
        assertThat(data("?search=a&count=0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search=%00", "search=a&search=b", "count=21", "count=-1", "count=many"})
    void namesTheFieldThatIsWrong(String query) {
        HttpResponse<byte[]> answer = GATEWAY.get(SUGGESTIONS + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).contains(query.split("=", 2)[0]);
    }

    @Test
    void saysWhenTheIndexIsAway() {
        HttpResponse<byte[]> answer = GATEWAY.get(SUGGESTIONS + "?search=" + UpstreamSearchGrpcService.AWAY);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static JsonNode data(String query) {
        return GatewayUnderTest.json(GATEWAY.get(SUGGESTIONS + query)).path("data");
    }
}
