package dev.vireo.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.ShortUuid;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class PageIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String NO_INDEX = "<meta name=\"robots\" content=\"noindex\">";

    @Test
    void hostileTextsStayTexts() {
        String html = text(watch(UpstreamFixture.GROWING));
        assertThat(html)
                .contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
        assertThat(watch(UpstreamFixture.GROWING).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
    }

    @Test
    void tellsOtherSitesWhatItShows() {
        String html = text(watch(UpstreamFixture.PUBLIC));
        assertThat(html)
                .contains("<meta property=\"og:title\" content=\"A film\">")
                .contains("content=\"http://" + GATEWAY.host("main") + "/w/")
                .contains("-poster.jpg");
    }

    @Test
    void showsNothingOfWhatIsPrivateAndOffersToSignIn() {
        HttpResponse<byte[]> answer = watch(UpstreamFixture.PRIVATE);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("Sign in").doesNotContain("alert(1)");
        assertThat(GATEWAY.get("/w/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void playlistsHavePagesWhereTheApiSaysSo() {
        JsonNode playlist = GatewayUnderTest.json(GATEWAY.get("/api/v1/video-playlists/" + UpstreamFixture.PLAYLIST));
        String html = text(atItsAddress(playlist.path("url")));
        assertThat(html)
                .contains("<h1 id=\"name\">Summer</h1>")
                .contains("data-playlist-id=\"" + ShortUuid.encode(UpstreamFixture.PLAYLIST) + "\"")
                .contains("<meta property=\"og:title\" content=\"Summer\">")
                .contains("-poster.jpg");
        assertThat(html).doesNotContain(NO_INDEX);
        assertThat(text(GATEWAY.get("/w/p/" + UpstreamFixture.UNLISTED_PLAYLIST)))
                .contains("<h1 id=\"name\">Summer</h1>")
                .contains(NO_INDEX);
        HttpResponse<byte[]> secret = GATEWAY.getAs("alice", "/w/p/" + UpstreamFixture.PRIVATE_PLAYLIST);
        assertThat(secret.statusCode()).isEqualTo(404);
        assertThat(text(secret)).doesNotContain("Secret").contains("This playlist is not here");
        HttpResponse<byte[]> hidden = GATEWAY.get("/w/p/" + UpstreamFixture.PRIVATE);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(text(hidden)).contains("This playlist is not here").contains("Sign in");
        assertThat(GATEWAY.get("/w/p/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void searchesForAnyWords() {
        String words = "\"><script>alert(1)</script>{{{client}}}";
        HttpResponse<byte[]> answer = GATEWAY.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{{client}}}\"")
                .doesNotContain("<script>alert");
        assertThat(text(GATEWAY.get("/search"))).contains("<h1 id=\"heading\">Newest videos</h1>");
        assertThat(text(GATEWAY.get("/search?tagsOneOf=science"))).contains("<h1 id=\"heading\">science</h1>");
        assertThat(GATEWAY.get("/search?q=" + "x".repeat(3_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void accountsAndChannelsHavePagesWhereTheApiSaysSo() {
        JsonNode video = GatewayUnderTest.json(GATEWAY.get("/api/v1/videos/" + UpstreamFixture.PUBLIC));
        String channel = text(atItsAddress(video.at("/channel/url")));
        assertThat(channel)
                .contains("<h1>Alice&#39;s films</h1>")
                .contains("data-path=\"/video-channels/alice_channel\"")
                .contains(
                        "alice_channel@" + GATEWAY.host("main") + " · by <a href=\"/accounts/alice\">Alice of main</a>")
                .contains("href=\"/feeds/videos.xml?videoChannelName=alice_channel\"");
        assertThat(text(GATEWAY.get("/c/alice_channel"))).isEqualTo(channel);
        String account = text(atItsAddress(video.at("/account/url")));
        assertThat(account).contains("<h1>Alice of main</h1>").contains("data-path=\"/accounts/alice\"");
        assertThat(text(GATEWAY.get("/a/alice@" + GATEWAY.host("main")))).isEqualTo(account);
    }

    private static HttpResponse<byte[]> atItsAddress(JsonNode url) {
        HttpResponse<byte[]> page = GATEWAY.get(URI.create(url.asString()).getPath());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(GATEWAY.get("/").headers().firstValue("Content-Security-Policy"));
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/nobody", "/accounts/alice@elsewhere.example", "/c/nothing", "/video-channels/%3Cb%3E"})
    void nobodyHasAPageThatSaysSo(String path) {
        HttpResponse<byte[]> answer = GATEWAY.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("<h1>Nobody has this name here</h1>").contains("noindex");
    }

    @Test
    void servesTheScriptsThatItsPagesName() {
        String html = text(GATEWAY.get("/"));
        Matcher assets = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(html);
        int found = 0;
        while (assets.find()) {
            HttpResponse<byte[]> asset = GATEWAY.get(assets.group(1));
            assertThat(asset.statusCode()).as(assets.group(1)).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000"));
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(2);
        assertThat(GATEWAY.get("/manifest.json").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<byte[]> watch(UUID id) {
        return GATEWAY.get("/w/" + ShortUuid.encode(id));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
