package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.FindChannelsRequest;
import dev.vireo.contracts.search.v1.FindPlaylistsRequest;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** As a PeerTube server asks its search index. */
final class GlobalSearchIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String THERE = "http://" + GATEWAY.host("second");

    @Test
    void findsVideosWithTheirAddressesInFull() {
        JsonNode page = page("videos", """
                {"start": 0, "count": 15, "sort": "-match", "search": "film", "nsfw": "both", "isLocal": true,
                 "searchTarget": "search-index", "privacyOneOf": [3], "include": 1, "categoryOneOf": [1, 15],
                 "tagsOneOf": ["a"], "isLive": false, "durationMin": 5, "boostLanguages": ["en", "fr"],
                 "blockedHosts": ["bad.example"], "blockedAccounts": ["mallory@bad.example"], "skipCount": null,
                 "nsfwFlagsIncluded": 0, "languageOneOf": []}""", "ScoredVideoList");
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("data").size()).isEqualTo(1);
        JsonNode video = page.at("/data/0");
        assertThat(video.path("score").asDouble()).isEqualTo(2.5);
        assertThat(video.path("url").asString()).isEqualTo(THERE + "/w/" + ShortUuid.encode(UpstreamFixture.PUBLIC));
        assertThat(video.path("thumbnailUrl").asString())
                .isEqualTo(THERE + video.path("thumbnailPath").asString());
        assertThat(video.path("previewUrl").asString())
                .startsWith(THERE + "/media/")
                .endsWith("-poster.jpg");
        assertThat(video.path("embedUrl").asString()).startsWith(THERE + "/");
        assertThat(video.path("host").asString()).isEqualTo(GATEWAY.host("second"));
        assertThat(video.path("isLocal").asBoolean(true)).isFalse();
        assertThat(video.at("/account/host").asString()).isEqualTo(GATEWAY.host("second"));
        assertThat(video.at("/channel/url").asString()).isEqualTo(THERE + "/video-channels/alice_channel");
        FindVideosRequest asked = GATEWAY.services.everywhere.asked.getLast();
        assertThat(asked.getBlockedHostsList()).containsExactly("bad.example");
        assertThat(asked.getBlockedAccountsList()).containsExactly("mallory@bad.example");
        assertThat(asked.getBoostLanguagesList()).containsExactly("en", "fr");
        assertThat(asked.getQuestion().getSearch()).isEqualTo("film");
        assertThat(asked.getQuestion().getFilter().getCategoryOneOfList()).containsExactly(1, 15);
        assertThat(asked.getQuestion().getFilter().getPrivacyOneOfList()).isEmpty();
        assertThat(asked.getQuestion().getFilter().getInclude()).isZero();
        assertThat(asked.getQuestion().getFilter().hasIsLocal()).isFalse();
        assertThat(asked.getQuestion().getFilter().getDurationMin()).isEqualTo(5);
    }

    @Test
    void findsWhatOtherServersHave() {
        JsonNode video =
                page("videos", "{\"search\": \"far\"}", "ScoredVideoList").at("/data/0");
        assertThat(video.path("host").asString()).isEqualTo("far.example");
        assertThat(video.path("url").asString()).isEqualTo(UpstreamFixture.FAR + "/videos/watch/1");
    }

    @Test
    void saysWhatIsLocalToTheAskingPlatform() {
        assertThat(page("videos", "{\"fromHost\": \"" + GATEWAY.host("second") + "\"}", "ScoredVideoList")
                        .at("/data/0/isLocal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void findsChannels() {
        JsonNode page = page("video-channels", """
                {"search": "films", "handles": ["films@second.example"], "blockedHosts": ["bad.example"],
                 "sort": "-createdAt", "searchTarget": "search-index"}""", "ScoredChannelList");
        assertThat(page.at("/data/0/score").asDouble()).isEqualTo(1.5);
        assertThat(page.at("/data/0/url").asString()).isEqualTo(THERE + "/video-channels/alice_channel");
        assertThat(page.at("/data/0/ownerAccount/host").asString()).isEqualTo(GATEWAY.host("second"));
        FindChannelsRequest asked = GATEWAY.services.everywhere.askedChannels.getLast();
        assertThat(asked.getQuestion().getNamesList()).containsExactly("films@second.example");
        assertThat(asked.getBlockedHostsList()).containsExactly("bad.example");
    }

    @Test
    void findsPlaylists() {
        JsonNode page = page("video-playlists", """
                {"search": "films", "blockedHosts": ["bad.example"], "sort": "-createdAt", "uuids": [],
                 "searchTarget": "search-index"}""", "ScoredPlaylistList");
        assertThat(page.at("/data/0/score").asDouble()).isEqualTo(3.5);
        assertThat(page.at("/data/0/url").asString()).startsWith(THERE + "/w/p/");
        assertThat(page.at("/data/0/thumbnailUrl").asString()).startsWith(THERE + "/media/");
        assertThat(page.at("/data/0/embedUrl").asString()).startsWith(THERE + "/w/p/");
        assertThat(page.at("/data/0/ownerAccount/host").asString()).isEqualTo(GATEWAY.host("second"));
        FindPlaylistsRequest asked = GATEWAY.services.playlistSearch.askedEverywhere.getLast();
        assertThat(asked.getQuestion().getFilled()).isTrue();
        assertThat(asked.getBlockedHostsList()).containsExactly("bad.example");
    }

    @ParameterizedTest
    @CsvSource({"sort,views!", "start,-1", "count,101", "host,a b", "nsfw,perhaps", "categoryOneOf,0"})
    void namesTheFieldThatIsWrong(String field, String value) {
        HttpResponse<byte[]> answer = send("videos", "{\"" + field + "\": \"" + value + "\"}", "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).startsWith(field + ": ");
    }

    @Test
    void takesNothingButJsonAndForms() {
        assertThat(send("videos", "search", "text/plain").statusCode()).isEqualTo(415);
        assertThat(send("videos", "[", "application/json").statusCode()).isEqualTo(400);
        assertThat(send("videos", "{\"search\": \"" + "x".repeat(300_000) + "\"}", "application/json")
                        .statusCode())
                .isEqualTo(413);
    }

    private static JsonNode page(String kind, String body, String schema) {
        HttpResponse<byte[]> answer = send(kind, body, "application/json");
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(DESCRIPTION.faults(schema, page)).isEmpty();
        return page;
    }

    private static HttpResponse<byte[]> send(String kind, String body, String type) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/search/" + kind))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }
}
