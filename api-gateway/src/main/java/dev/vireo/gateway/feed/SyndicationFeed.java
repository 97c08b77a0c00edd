package dev.vireo.gateway.feed;

import com.rometools.modules.itunes.EntryInformationImpl;
import com.rometools.modules.itunes.FeedInformationImpl;
import com.rometools.modules.itunes.types.Duration;
import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEnclosureImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import dev.vireo.gateway.catalog.VideoView;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * Feeds in XML: RSS 2.0 and Atom 1.0 with Media RSS, and RSS with Apple's podcast tags. Renditions have the sound in a
 * file of its own, so that an item's media is its playlist (RFC 8216), and a podcast's is its sound.
 */
final class SyndicationFeed {
    private static final String PLAYLIST = "application/x-mpegURL";
    private static final String SOUND = "audio/mp4";
    private static final long MILLIS = 1_000;

    private SyndicationFeed() {}

    static String rss(VideoFeed feed) {
        return written(feed, "rss_2.0", false);
    }

    static String atom(VideoFeed feed) {
        return written(feed, "atom_1.0", false);
    }

    static String podcast(VideoFeed feed) {
        return written(feed, "rss_2.0", true);
    }

    private static String written(VideoFeed feed, String type, boolean podcast) {
        SyndFeed whole = new SyndFeedImpl();
        whole.setFeedType(type);
        whole.setTitle(FeedText.of(feed.title()));
        whole.setDescription(FeedText.of(feed.description()));
        whole.setLink(feed.page());
        whole.setUri(feed.address());
        whole.setAuthor(FeedText.of(feed.title()));
        feed.items().stream()
                .findFirst()
                .ifPresent(newest ->
                        whole.setPublishedDate(Date.from(newest.video().times().shown())));
        List<SyndEntry> entries = new ArrayList<>();
        for (VideoFeed.Item item : feed.items()) {
            if (!podcast || item.sound() != null) {
                entries.add(entry(item, podcast));
            }
        }
        whole.setEntries(entries);
        if (podcast) {
            whole.getModules().add(podcastOf(feed));
        }
        try {
            return new SyndFeedOutput().outputString(whole);
        } catch (FeedException impossible) {
            throw new IllegalStateException("The feed cannot be written", impossible);
        }
    }

    private static SyndEntry entry(VideoFeed.Item item, boolean podcast) {
        VideoView video = item.video();
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(FeedText.of(video.texts().name()));
        entry.setLink(item.page());
        entry.setUri(item.page());
        entry.setAuthor(FeedText.of(video.owner().channel().displayName()));
        entry.setPublishedDate(Date.from(video.times().shown()));
        entry.setUpdatedDate(Date.from(video.times().updated()));
        SyndContentImpl description = new SyndContentImpl();
        description.setType("text/plain");
        description.setValue(FeedText.of(video.texts().description()));
        entry.setDescription(description);
        entry.setCategories(
                video.texts().tags().stream().map(SyndicationFeed::category).toList());
        VideoFeed.Sound sound = item.sound();
        if (podcast && sound != null) {
            entry.setEnclosures(List.of(enclosure(sound)));
            entry.getModules().add(episode(video));
        } else if (!item.playlist().isEmpty()) {
            entry.getModules().add(media(item));
        }
        return entry;
    }

    private static SyndCategory category(String tag) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(FeedText.of(tag));
        return category;
    }

    private static MediaEntryModuleImpl media(VideoFeed.Item item) {
        MediaContent content = new MediaContent(new UrlReference(URI.create(item.playlist())));
        content.setType(PLAYLIST);
        content.setDuration(item.video().media().duration().toSeconds());
        Metadata metadata = new Metadata();
        metadata.setTitle(FeedText.of(item.video().texts().name()));
        if (!item.picture().isEmpty()) {
            metadata.setThumbnail(new Thumbnail[] {new Thumbnail(URI.create(item.picture()))});
        }
        MediaEntryModuleImpl media = new MediaEntryModuleImpl();
        media.setMediaContents(new MediaContent[] {content});
        media.setMetadata(metadata);
        return media;
    }

    private static FeedInformationImpl podcastOf(VideoFeed feed) {
        FeedInformationImpl podcast = new FeedInformationImpl();
        podcast.setAuthor(FeedText.of(feed.title()));
        podcast.setSummary(FeedText.of(feed.description()));
        feed.items().stream()
                .map(VideoFeed.Item::picture)
                .filter(picture -> !picture.isEmpty())
                .findFirst()
                .ifPresent(podcast::setImageUri);
        podcast.setExplicit(
                feed.items().stream().anyMatch(item -> item.video().texts().nsfw()));
        return podcast;
    }

    private static EntryInformationImpl episode(VideoView video) {
        EntryInformationImpl episode = new EntryInformationImpl();
        episode.setDuration(new Duration(video.media().duration().toSeconds() * MILLIS));
        episode.setSummary(FeedText.of(video.texts().description()));
        episode.setExplicit(video.texts().nsfw());
        return episode;
    }

    private static SyndEnclosure enclosure(VideoFeed.Sound sound) {
        SyndEnclosure enclosure = new SyndEnclosureImpl();
        enclosure.setUrl(sound.address());
        enclosure.setType(SOUND);
        enclosure.setLength(sound.size());
        return enclosure;
    }
}
