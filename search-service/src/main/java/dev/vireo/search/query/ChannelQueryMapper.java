package dev.vireo.search.query;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.ChannelSort;
import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.ListAccountsResponse;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsResponse;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.sight.Sight;
import java.util.Locale;

/** Requests for channels as checked questions, and what was found as answers. */
final class ChannelQueryMapper {
    private ChannelQueryMapper() {}

    static ChannelQuery query(SearchChannelsRequest request, Sight sight) {
        String words = Inputs.words("search", request.getSearch());
        return new ChannelQuery(
                sight,
                words,
                new ChannelQuery.Of(
                        Inputs.ids("ids", request.getIdsList()),
                        Inputs.byHost(Inputs.texts("names", request.getNamesList())),
                        Inputs.text("host", request.getHost()).toLowerCase(Locale.ROOT)),
                new ChannelQuery.Order(sort(request.getSort(), words), request.getAscending()),
                page(request.getStart(), request.getCount(), !request.getSkipCount()));
    }

    /** The page of accounts that is asked for. */
    static ChannelQuery.Page page(ListAccountsRequest request) {
        return page(request.getStart(), request.getCount(), !request.getSkipCount());
    }

    /** Accounts as the snapshots of their channels tell of them. */
    static ListAccountsResponse accounts(FoundChannels found) {
        ListAccountsResponse.Builder response =
                ListAccountsResponse.newBuilder().setTotal(found.total());
        found.channels()
                .forEach(one -> response.addAccounts(channel(one.snapshot()).getOwner()));
        return response.build();
    }

    private static ChannelQuery.Page page(int start, int asked, boolean total) {
        int count = Inputs.count(asked);
        return new ChannelQuery.Page(Inputs.start(start, count), count, total);
    }

    static SearchChannelsResponse response(FoundChannels found) {
        SearchChannelsResponse.Builder response =
                SearchChannelsResponse.newBuilder().setTotal(found.total());
        found.channels().forEach(one -> response.addChannels(channel(one.snapshot())));
        return response.build();
    }

    private static ChannelQuery.Sort sort(ChannelSort sort, String words) {
        return switch (sort) {
            case CHANNEL_SORT_UNSPECIFIED, CHANNEL_SORT_MATCH ->
                words.isEmpty() ? ChannelQuery.Sort.CREATED : ChannelQuery.Sort.MATCH;
            case CHANNEL_SORT_CREATED -> ChannelQuery.Sort.CREATED;
            case CHANNEL_SORT_NAME -> ChannelQuery.Sort.NAME;
            case CHANNEL_SORT_HANDLE -> ChannelQuery.Sort.HANDLE;
            case CHANNEL_SORT_UPDATED -> ChannelQuery.Sort.UPDATED;
            case UNRECOGNIZED -> throw PlatformException.invalid("sort", "must be one of the orders.");
        };
    }

    static Channel channel(byte[] snapshot) {
        try {
            return Channel.parseFrom(snapshot);
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("A document's snapshot is damaged", damaged);
        }
    }
}
