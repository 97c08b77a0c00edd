package dev.vireo.gateway.feed;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feeds at PeerTube's addresses. */
@RestController
final class FeedController {
    /** As PeerTube's: readers ask every few minutes, whatever there is. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private static final CacheControl EVERYBODYS = CacheControl.maxAge(KEPT).cachePublic();

    private final VideoFeeds feeds;

    FeedController(VideoFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/feeds/videos.{format}")
    ResponseEntity<byte[]> videos(@PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        return written(format, () -> feeds.of(query, "/feeds/videos." + format), EVERYBODYS);
    }

    @GetMapping("/feeds/subscriptions.{format}")
    ResponseEntity<byte[]> subscriptions(
            @PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        return written(
                format,
                () -> feeds.ofSubscriptions(query, "/feeds/subscriptions." + format),
                CacheControl.maxAge(KEPT).cachePrivate());
    }

    @GetMapping("/feeds/podcast/videos.xml")
    ResponseEntity<byte[]> podcast(@RequestParam MultiValueMap<String, String> query) {
        if (!query.containsKey("videoChannelId") && !query.containsKey("videoChannelName")) {
            throw PlatformException.invalid("videoChannelId", "must name the channel.");
        }
        return answer(
                "application/rss+xml",
                SyndicationFeed.podcast(feeds.of(query, "/feeds/podcast/videos.xml")),
                EVERYBODYS);
    }

    private static ResponseEntity<byte[]> written(String format, Supplier<VideoFeed> feed, CacheControl kept) {
        return switch (format) {
            case "xml", "rss", "rss2" -> answer("application/rss+xml", SyndicationFeed.rss(feed.get()), kept);
            case "atom", "atom1" -> answer("application/atom+xml", SyndicationFeed.atom(feed.get()), kept);
            case "json", "json1" ->
                answer("application/feed+json", JsonFeed.of(feed.get()).toString(), kept);
            default -> throw PlatformException.notFound("feed of that format");
        };
    }

    private static ResponseEntity<byte[]> answer(String type, String text, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .cacheControl(kept)
                .header("Access-Control-Allow-Origin", "*")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
