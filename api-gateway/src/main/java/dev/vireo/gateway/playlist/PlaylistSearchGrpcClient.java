package dev.vireo.gateway.playlist;

import dev.vireo.contracts.search.v1.FindPlaylistsRequest;
import dev.vireo.contracts.search.v1.FoundPlaylist;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc.PlaylistSearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.PlaylistSort;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoPlaylistMapper;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.search.GlobalSearchGrpcClient.Blocked;
import dev.vireo.gateway.search.GlobalSearchGrpcClient.Scored;
import dev.vireo.kit.identity.InstanceId;
import io.grpc.Channel;

/** Lists and searches of the playlists that everybody may find; UNAVAILABLE while the index is away. */
final class PlaylistSearchGrpcClient {
    private final PlaylistSearchServiceBlockingStub search;

    PlaylistSearchGrpcClient(Channel channel) {
        this.search = PlaylistSearchServiceGrpc.newBlockingStub(channel);
    }

    /** A page of those of the caller's instance. */
    PageOf<VideoPlaylistView> here(PlaylistSearch asked) {
        SearchPlaylistsRequest request = request(asked);
        var answer = UpstreamGrpcClient.answer(() -> search.searchPlaylists(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getPlaylistsList().stream()
                        .map(PlaylistSearchGrpcClient::found)
                        .toList());
    }

    /** A page of those of all instances. */
    PageOf<Scored<VideoPlaylistView>> everywhere(PlaylistSearch asked, Blocked blocked) {
        FindPlaylistsRequest request = FindPlaylistsRequest.newBuilder()
                .setQuestion(request(asked))
                .addAllBlockedHosts(blocked.hosts())
                .addAllBlockedAccounts(blocked.accounts())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> search.findPlaylists(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getPlaylistsList().stream()
                        .map(one -> new Scored<>(
                                new InstanceId(one.getPlaylist().getPlaylist().getInstanceId()),
                                found(one.getPlaylist()),
                                one.getScore()))
                        .toList());
    }

    private static VideoPlaylistView found(FoundPlaylist found) {
        return VideoPlaylistMapper.view(found.getPlaylist(), found.hasCover() ? found.getCover() : null);
    }

    private static SearchPlaylistsRequest request(PlaylistSearch asked) {
        return SearchPlaylistsRequest.newBuilder()
                .setSearch(asked.words())
                .setHost(asked.of().host())
                .addAllIds(asked.of().ids())
                .setAccountName(asked.of().account())
                .setChannelName(asked.of().channel())
                .setFilled(asked.of().filled())
                .setSort(
                        switch (asked.sort()) {
                            case MATCH -> PlaylistSort.PLAYLIST_SORT_MATCH;
                            case CREATED -> PlaylistSort.PLAYLIST_SORT_CREATED;
                            case NAME -> PlaylistSort.PLAYLIST_SORT_NAME;
                            case UPDATED -> PlaylistSort.PLAYLIST_SORT_UPDATED;
                        })
                .setAscending(asked.ascending())
                .setStart(asked.window().start())
                .setCount(asked.window().count())
                .build();
    }
}
