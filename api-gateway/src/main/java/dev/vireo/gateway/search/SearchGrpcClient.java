package dev.vireo.gateway.search;

import dev.vireo.contracts.search.v1.ChannelSort;
import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.search.v1.VideoSort;
import dev.vireo.gateway.catalog.ChannelMapper;
import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoMapper;
import io.grpc.Channel;

/** Lists and searches of the caller's instance; UNAVAILABLE while the index is away. */
public final class SearchGrpcClient {
    private final SearchServiceBlockingStub search;

    SearchGrpcClient(Channel channel) {
        this.search = SearchServiceGrpc.newBlockingStub(channel);
    }

    /** A page of videos that the caller may find. */
    public FoundVideos videos(VideoSearch asked) {
        SearchVideosRequest request = request(asked);
        var answer = UpstreamGrpcClient.answer(() -> search.searchVideos(request));
        return new FoundVideos(
                new PageOf<>(
                        answer.getTotal(),
                        answer.getVideosList().stream()
                                .map(SearchGrpcClient::found)
                                .toList()),
                answer.getNextCursor());
    }

    /** A page of channels. */
    public PageOf<ChannelView> channels(ChannelSearch asked) {
        SearchChannelsRequest request = request(asked);
        var answer = UpstreamGrpcClient.answer(() -> search.searchChannels(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getChannelsList().stream().map(ChannelMapper::view).toList());
    }

    /** A page of accounts by the time that they were made. */
    public PageOf<ChannelView.Account> accounts(PageOf.Window window, boolean ascending) {
        ListAccountsRequest request = ListAccountsRequest.newBuilder()
                .setAscending(ascending)
                .setStart(window.start())
                .setCount(window.count())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> search.listAccounts(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getAccountsList().stream().map(ChannelMapper::view).toList());
    }

    private static FoundVideos.Found found(FoundVideo found) {
        return new FoundVideos.Found(
                VideoMapper.view(found.getVideo()),
                found.getHighlightedName(),
                found.getHighlightedDescriptionList(),
                found.getCaptionsList().stream()
                        .map(spoken -> new FoundVideos.Spoken(
                                spoken.getLanguage(), spoken.getStartSeconds(), spoken.getHighlightedText()))
                        .toList());
    }

    static SearchChannelsRequest request(ChannelSearch asked) {
        return SearchChannelsRequest.newBuilder()
                .setSearch(asked.words())
                .setHost(asked.host())
                .addAllNames(asked.names())
                .setSort(
                        switch (asked.sort()) {
                            case MATCH -> ChannelSort.CHANNEL_SORT_MATCH;
                            case CREATED -> ChannelSort.CHANNEL_SORT_CREATED;
                            case NAME -> ChannelSort.CHANNEL_SORT_NAME;
                            case HANDLE -> ChannelSort.CHANNEL_SORT_HANDLE;
                            case UPDATED -> ChannelSort.CHANNEL_SORT_UPDATED;
                        })
                .setAscending(asked.ascending())
                .setStart(asked.window().start())
                .setCount(asked.window().count())
                .build();
    }

    static SearchVideosRequest request(VideoSearch asked) {
        return SearchVideosRequest.newBuilder()
                .setSearch(asked.words())
                .setFilter(filter(asked))
                .setSort(sort(asked.order().sort()))
                .setAscending(asked.order().ascending())
                .setStart(asked.part().window().start())
                .setCount(asked.part().window().count())
                .setSkipCount(!asked.part().total())
                .setCursor(asked.part().cursor())
                .build();
    }

    private static VideoFilter filter(VideoSearch asked) {
        VideoSearch.Labels labels = asked.labels();
        var filter = VideoFilter.newBuilder()
                .addAllCategoryOneOf(labels.categories())
                .addAllLicenceOneOf(labels.licences())
                .addAllLanguageOneOf(labels.languages())
                .addAllTagsOneOf(labels.anyTag())
                .addAllTagsAllOf(labels.allTags())
                .addAllPrivacyOneOf(asked.beyond().privacies().stream()
                        .map(VideoMapper::privacy)
                        .toList())
                .setInclude(asked.beyond().include())
                .addAllIds(asked.where().ids())
                .setHost(asked.where().host())
                .setAccountName(asked.where().account().name())
                .setAccountId(asked.where().account().id())
                .setChannelName(asked.where().channel().name())
                .setChannelId(asked.where().channel().id())
                .addAllChannelIdOneOf(asked.where().channels());
        setFlags(filter, asked.flags());
        setRanges(filter, asked.ranges());
        return filter.build();
    }

    private static void setFlags(VideoFilter.Builder filter, VideoSearch.Flags flags) {
        if (flags.nsfw() != null) {
            filter.setNsfw(flags.nsfw());
        }
        if (flags.live() != null) {
            filter.setIsLive(flags.live());
        }
        if (flags.local() != null) {
            filter.setIsLocal(flags.local());
        }
    }

    private static void setRanges(VideoFilter.Builder filter, VideoSearch.Ranges ranges) {
        if (ranges.durationMin() != null) {
            filter.setDurationMin(ranges.durationMin());
        }
        if (ranges.durationMax() != null) {
            filter.setDurationMax(ranges.durationMax());
        }
        if (ranges.publishedFrom() != null) {
            filter.setPublishedFrom(VideoMapper.timestamp(ranges.publishedFrom()));
        }
        if (ranges.publishedTo() != null) {
            filter.setPublishedTo(VideoMapper.timestamp(ranges.publishedTo()));
        }
    }

    private static VideoSort sort(VideoSearch.Sort sort) {
        return switch (sort) {
            case MATCH -> VideoSort.VIDEO_SORT_MATCH;
            case PUBLISHED -> VideoSort.VIDEO_SORT_PUBLISHED;
            case CREATED -> VideoSort.VIDEO_SORT_CREATED;
            case NAME -> VideoSort.VIDEO_SORT_NAME;
            case DURATION -> VideoSort.VIDEO_SORT_DURATION;
            case VIEWS -> VideoSort.VIDEO_SORT_VIEWS;
            case TRENDING -> VideoSort.VIDEO_SORT_TRENDING;
            case HOT -> VideoSort.VIDEO_SORT_HOT;
            case BEST -> VideoSort.VIDEO_SORT_BEST;
            case LIKES -> VideoSort.VIDEO_SORT_LIKES;
            case COMMENTS -> VideoSort.VIDEO_SORT_COMMENTS;
        };
    }
}
