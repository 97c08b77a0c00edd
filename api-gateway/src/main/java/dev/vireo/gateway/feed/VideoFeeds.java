package dev.vireo.gateway.feed;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.rest.Handles;
import dev.vireo.gateway.rest.RestProperties;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.search.QueryFields;
import dev.vireo.gateway.search.SearchGrpcClient;
import dev.vireo.gateway.search.VideoSearch;
import dev.vireo.gateway.subscription.SubscriptionGrpcClient;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The newest videos of the caller's instance, of an account of it or of a channel. */
@Service
final class VideoFeeds {
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST = 200;

    private final SearchGrpcClient search;
    private final ChannelGrpcClient channels;
    private final SubscriptionGrpcClient subscriptions;
    private final MediaLinks links;
    private final InstanceOrigins origins;
    private final RestProperties texts;

    VideoFeeds(
            SearchGrpcClient search,
            ChannelGrpcClient channels,
            SubscriptionGrpcClient subscriptions,
            MediaLinks links,
            InstanceOrigins origins,
            RestProperties texts) {
        this.search = search;
        this.channels = channels;
        this.subscriptions = subscriptions;
        this.links = links;
        this.origins = origins;
        this.texts = texts;
    }

    /** Whose videos a feed has. */
    private record Source(VideoSearch.Where where, String title, String description) {
        static Source of(VideoSearch.Party account, VideoSearch.Party channel, String title, String description) {
            return new Source(new VideoSearch.Where(List.of(), "", account, channel, List.of()), title, description);
        }
    }

    /** NOT_FOUND when there is no account or channel of the name; INVALID_ARGUMENT names the field. */
    VideoFeed of(Map<String, List<String>> query, String path) {
        QueryFields fields = new QueryFields(query);
        return asVisitor(site -> feed(source(fields, site), fields, site, path));
    }

    /** Of what an account follows, for a reader with its token; FORBIDDEN for any other. */
    VideoFeed ofSubscriptions(Map<String, List<String>> query, String path) {
        QueryFields fields = new QueryFields(query);
        List<String> accounts = fields.uuids("accountId");
        String token = fields.text("token", LONGEST);
        if (accounts.size() != 1) {
            throw PlatformException.invalid("accountId", "must name the account.");
        }
        if (token.isEmpty()) {
            throw PlatformException.invalid("token", "must be that of the account's feed.");
        }
        return asVisitor(site -> {
            List<String> followed = subscriptions.channels(accounts.getFirst(), token);
            VideoSearch.Where where =
                    new VideoSearch.Where(List.of(), "", VideoSearch.Party.ANY, VideoSearch.Party.ANY, followed);
            Source source = new Source(where, texts.instanceName(), texts.instanceDescription());
            // No condition lets every channel pass.
            return followed.isEmpty() ? feed(source, site, path, List.of()) : feed(source, fields, site, path);
        });
    }

    /** Whoever asks: feeds have what everybody may see. */
    private VideoFeed asVisitor(Function<Site, VideoFeed> question) {
        InstanceId instance = Callers.current().instance();
        Callers.Scope visitor = Callers.enter(Caller.anonymous(instance));
        try {
            return question.apply(Site.of(instance, origins));
        } finally {
            visitor.close();
        }
    }

    private VideoFeed feed(Source source, QueryFields fields, Site site, String path) {
        List<VideoFeed.Item> items = search.videos(search(source, fields)).page().items().stream()
                .map(found -> item(found.video(), site))
                .toList();
        return feed(source, site, path, items);
    }

    private static VideoFeed feed(Source source, Site site, String path, List<VideoFeed.Item> items) {
        return new VideoFeed(source.title(), source.description(), site.origin() + "/", site.origin() + path, items);
    }

    private Source source(QueryFields fields, Site site) {
        VideoSearch.Party account = party(fields, "accountName", "accountId", site);
        VideoSearch.Party channel = party(fields, "videoChannelName", "videoChannelId", site);
        if (!channel.name().isEmpty()) {
            var found = channels.channel(channel.name());
            return Source.of(account, channel, found.displayName(), said(found.description()));
        }
        if (!account.name().isEmpty()) {
            var found = channels.account(account.name());
            return Source.of(account, channel, found.displayName(), said(found.description()));
        }
        return Source.of(account, channel, texts.instanceName(), texts.instanceDescription());
    }

    private String said(String description) {
        return description.isEmpty() ? texts.instanceDescription() : description;
    }

    private static VideoSearch.Party party(QueryFields fields, String name, String id, Site site) {
        List<String> ids = fields.uuids(id);
        return new VideoSearch.Party(
                Handles.local(fields.text(name, LONGEST), site), ids.isEmpty() ? "" : ids.getFirst());
    }

    private static VideoSearch search(Source source, QueryFields fields) {
        return new VideoSearch(
                "",
                new VideoSearch.Labels(List.of(), List.of(), List.of(), List.of(), List.of()),
                new VideoSearch.Flags(fields.nsfw(), null, fields.flag("isLocal")),
                VideoSearch.Beyond.NOTHING,
                source.where(),
                new VideoSearch.Ranges(null, null, null, null),
                new VideoSearch.Order(VideoSearch.Sort.PUBLISHED, false),
                new VideoSearch.Part(new PageOf.Window(0, MOST_ITEMS), false, ""));
    }

    private VideoFeed.Item item(VideoView video, Site site) {
        return new VideoFeed.Item(
                video,
                site.origin() + "/w/" + ShortUuid.encode(video.id()),
                address(links.playlist(site.instance(), video), site),
                address(links.file(site.instance(), video, VideoView.Files::poster), site),
                sound(video, site));
    }

    /** What a podcast player plays; null when there is no sound. */
    private VideoFeed.@Nullable Sound sound(VideoView video, Site site) {
        return Stream.ofNullable(video.media().published())
                .flatMap(files -> files.renditions().stream())
                .filter(VideoView.Rendition::hasAudio)
                .findFirst()
                .map(found -> new VideoFeed.Sound(
                        address(links.file(site.instance(), video, any -> found.file()), site), found.size()))
                .orElse(null);
    }

    private static String address(Optional<String> path, Site site) {
        return path.map(found -> site.origin() + found).orElse("");
    }
}
