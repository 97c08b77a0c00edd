package dev.vireo.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.grpc.GrpcKeys;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The feeds as a feed reader gets them. */
final class FeedIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String HERE = "http://" + GATEWAY.host("main");
    private static final String PAGE = HERE + "/w/" + ShortUuid.encode(UpstreamFixture.PUBLIC);
    private static final String FOLDER = HERE + "/media/" + UpstreamFixture.PUBLIC + "/1/";

    /** What is kept for everybody has nothing that only somebody may see. */
    @Test
    void isTheSameWhoeverAsks() {
        GATEWAY.services.heard.clear();
        assertThat(GATEWAY.getAs("alice", "/feeds/videos.xml?accountName=alice").statusCode())
                .isEqualTo(200);
        assertThat(GATEWAY.services.heard)
                .isNotEmpty()
                .noneMatch(headers -> headers.containsKey(GrpcKeys.AUTHORIZATION));
    }

    @ParameterizedTest
    @CsvSource({
        "xml, rss_2.0, application/rss+xml",
        "rss, rss_2.0, application/rss+xml",
        "rss2, rss_2.0, application/rss+xml",
        "atom, atom_1.0, application/atom+xml",
        "atom1, atom_1.0, application/atom+xml"
    })
    void writesWhatReadersRead(String format, String kind, String type) throws FeedException {
        HttpResponse<byte[]> answer = GATEWAY.get("/feeds/videos." + format);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(said -> assertThat(said).startsWith(type));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=900"));
        SyndFeed feed = read(answer);
        assertThat(feed.getFeedType()).isEqualTo(kind);
        assertThat(feed.getTitle()).isEqualTo("Vireo");
        assertThat(feed.getEntries()).hasSize(2);
        SyndEntry film = feed.getEntries().getFirst();
        assertThat(film.getTitle()).isEqualTo("A film");
        assertThat(film.getLink()).isEqualTo(PAGE);
        assertThat(film.getPublishedDate()).isNotNull();
        assertThat(film.getCategories())
                .extracting(category -> category.getName())
                .containsExactly("one", "two");
        MediaEntryModule media = (MediaEntryModule) film.getModule(MediaEntryModule.URI);
        assertThat(media.getMediaContents()[0].getReference()).hasToString(FOLDER + "master.m3u8");
        assertThat(media.getMetadata().getThumbnail()[0].getUrl())
                .hasToString(FOLDER + UpstreamFixture.PUBLIC + "-poster.jpg");
        assertThat(feed.getEntries().getLast().getTitle()).isEqualTo(UpstreamFixture.HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "json1"})
    void writesJson(String format) {
        HttpResponse<byte[]> answer = GATEWAY.get("/feeds/videos." + format);
        JsonNode feed = GatewayUnderTest.json(answer);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("application/feed+json"));
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asString()).isEqualTo(HERE + "/feeds/videos." + format);
        assertThat(feed.at("/items/0/id").asString()).isEqualTo(PAGE);
        assertThat(feed.at("/items/0/attachments/0/url").asString()).isEqualTo(FOLDER + "master.m3u8");
        assertThat(feed.at("/items/1/title").asString()).isEqualTo(UpstreamFixture.HOSTILE);
    }

    @Test
    void givesPodcastPlayersTheSound() throws FeedException {
        SyndFeed feed = read(GATEWAY.get("/feeds/podcast/videos.xml?videoChannelName=alice_channel"));
        assertThat(feed.getTitle()).isEqualTo("Alice's films");
        assertThat(feed.getDescription()).isEqualTo("About films");
        // The second has no published file yet.
        SyndEntry episode = feed.getEntries().getFirst();
        assertThat(feed.getEntries()).hasSize(1);
        assertThat(episode.getEnclosures()).singleElement().satisfies(sound -> {
            assertThat(sound.getUrl()).isEqualTo(FOLDER + UpstreamFixture.PUBLIC + "-audio-fragmented.mp4");
            assertThat(sound.getType()).isEqualTo("audio/mp4");
            assertThat(sound.getLength()).isEqualTo(200_000);
        });
        EntryInformation itunes = (EntryInformation) episode.getModule("http://www.itunes.com/dtds/podcast-1.0.dtd");
        assertThat(itunes.getDuration().getMilliseconds()).isEqualTo(12_000);
    }

    @Test
    void isThatOfAnAccountOrAChannel() {
        String id = "01930000-0000-7000-8000-0000000000cc";
        GATEWAY.get("/feeds/videos.xml?accountName=alice@" + GATEWAY.host("main") + "&nsfw=false");
        SearchVideosRequest asked = GATEWAY.services.search.asked.getLast();
        assertThat(asked.getFilter().getAccountName()).isEqualTo("alice");
        assertThat(asked.getFilter().hasNsfw()).isTrue();
        GATEWAY.get("/feeds/videos.xml?videoChannelId=" + id);
        assertThat(GATEWAY.services.search.asked.getLast().getFilter().getChannelId())
                .isEqualTo(id);
        GATEWAY.get("/feeds/videos.xml?accountId=" + id);
        assertThat(GATEWAY.services.search.asked.getLast().getFilter().getAccountId())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/videos.pdf, 404",
        "/feeds/videos.xml?accountId=7, 400",
        "/feeds/videos.xml?nsfw=maybe, 400",
        "/feeds/videos.xml?accountName=alice@elsewhere.example, 404",
        "/feeds/podcast/videos.xml, 400"
    })
    void refusesWhatItCannotGive(String path, int status) {
        assertThat(GATEWAY.get(path).statusCode()).isEqualTo(status);
    }

    private static SyndFeed read(HttpResponse<byte[]> answer) throws FeedException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new SyndFeedInput().build(new StringReader(new String(answer.body(), StandardCharsets.UTF_8)));
    }
}
