package dev.vireo.gateway.playlist;

import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.CreatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.DeletePlaylistRequest;
import dev.vireo.contracts.catalog.v1.FindVideosInOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.GetPlaylistRequest;
import dev.vireo.contracts.catalog.v1.ListElementsRequest;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.MoveElementsRequest;
import dev.vireo.contracts.catalog.v1.PlaylistOrder;
import dev.vireo.contracts.catalog.v1.PlaylistPlace;
import dev.vireo.contracts.catalog.v1.RemoveElementRequest;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc.VideoPlaylistServiceBlockingStub;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoPlaylistMapper;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import io.grpc.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Playlists of the caller's instance, as the caller may see them; what it may not see is NOT_FOUND. */
public final class VideoPlaylistGrpcClient {
    /** The contract's limit. */
    private static final int MOST_VIDEOS = 10;

    private final VideoPlaylistServiceBlockingStub playlists;

    VideoPlaylistGrpcClient(Channel channel) {
        this.playlists = VideoPlaylistServiceGrpc.newBlockingStub(channel);
    }

    /** One by UUID or short id. */
    PlaylistAnswer playlist(String id) {
        var answer = UpstreamGrpcClient.answer(() ->
                playlists.getPlaylist(GetPlaylistRequest.newBuilder().setId(id).build()));
        var found = answer.getPlaylist();
        return new PlaylistAnswer(
                VideoPlaylistMapper.view(found.getPlaylist(), found.hasCover() ? found.getCover() : null),
                answer.getMayEdit());
    }

    /** The same as a visitor without a token sees it, whoever asks. */
    public VideoPlaylistView seenByAnybody(InstanceId instance, String id) {
        Callers.Scope visitor = Callers.enter(Caller.anonymous(instance));
        try {
            return playlist(id).playlist();
        } finally {
            visitor.close();
        }
    }

    VideoPlaylistView create(PlaylistChange asked) {
        var request = CreatePlaylistRequest.newBuilder();
        Optional.ofNullable(asked.displayName()).ifPresent(request::setDisplayName);
        Optional.ofNullable(asked.description()).ifPresent(request::setDescription);
        Optional.ofNullable(asked.privacy()).map(VideoPlaylistMapper::privacy).ifPresent(request::setPrivacy);
        Optional.ofNullable(asked.channelId()).ifPresent(request::setChannelId);
        var answer = UpstreamGrpcClient.answer(() -> playlists.createPlaylist(request.build()));
        return VideoPlaylistMapper.view(answer.getPlaylist(), null);
    }

    VideoPlaylistView update(String id, PlaylistChange change) {
        var request = UpdatePlaylistRequest.newBuilder().setId(id);
        Optional.ofNullable(change.revision()).ifPresent(request::setRevision);
        Optional.ofNullable(change.displayName()).ifPresent(request::setDisplayName);
        Optional.ofNullable(change.description()).ifPresent(request::setDescription);
        Optional.ofNullable(change.privacy()).map(VideoPlaylistMapper::privacy).ifPresent(request::setPrivacy);
        Optional.ofNullable(change.channelId()).ifPresent(request::setChannelId);
        var answer = UpstreamGrpcClient.answer(() -> playlists.updatePlaylist(request.build()));
        return VideoPlaylistMapper.view(answer.getPlaylist(), null);
    }

    void delete(String id) {
        UpstreamGrpcClient.answer(() -> playlists.deletePlaylist(
                DeletePlaylistRequest.newBuilder().setId(id).build()));
    }

    /** A page of the caller's own playlists, all of them. */
    PageOf<VideoPlaylistView> own(PlaylistSearch asked) {
        var request = ListOwnPlaylistsRequest.newBuilder()
                .setChannelName(asked.of().channel())
                .setSearch(asked.words())
                .setOrder(
                        switch (asked.sort()) {
                            case MATCH, CREATED -> PlaylistOrder.PLAYLIST_ORDER_CREATED;
                            case NAME -> PlaylistOrder.PLAYLIST_ORDER_NAME;
                            case UPDATED -> PlaylistOrder.PLAYLIST_ORDER_UPDATED;
                        })
                .setAscending(asked.ascending())
                .setStart(asked.window().start())
                .setCount(asked.window().count())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> playlists.listOwnPlaylists(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getPlaylistsList().stream()
                        .map(found -> VideoPlaylistMapper.view(
                                found.getPlaylist(), found.hasCover() ? found.getCover() : null))
                        .toList());
    }

    PageOf<ElementView> elements(String id, PageOf.Window window) {
        var request = ListElementsRequest.newBuilder()
                .setPlaylistId(id)
                .setStart(window.start())
                .setCount(window.count())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> playlists.listElements(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getElementsList().stream().map(ElementMapper::view).toList());
    }

    /** Gives the id of the element. */
    String add(String id, String videoId, @Nullable Integer start, @Nullable Integer stop) {
        var request = AddElementRequest.newBuilder().setPlaylistId(id).setVideoId(videoId);
        Optional.ofNullable(start).ifPresent(request::setStartSeconds);
        Optional.ofNullable(stop).ifPresent(request::setStopSeconds);
        return UpstreamGrpcClient.answer(() -> playlists.addElement(request.build()))
                .getElement()
                .getId();
    }

    void update(String id, String element, @Nullable Integer start, @Nullable Integer stop) {
        var request = UpdateElementRequest.newBuilder().setPlaylistId(id).setElementId(element);
        Optional.ofNullable(start).ifPresent(request::setStartSeconds);
        Optional.ofNullable(stop).ifPresent(request::setStopSeconds);
        UpstreamGrpcClient.answer(() -> playlists.updateElement(request.build()));
    }

    void remove(String id, String element) {
        var request = RemoveElementRequest.newBuilder()
                .setPlaylistId(id)
                .setElementId(element)
                .build();
        UpstreamGrpcClient.answer(() -> playlists.removeElement(request));
    }

    void move(String id, @Nullable Long revision, int start, int insertAfter, int count) {
        var request = MoveElementsRequest.newBuilder()
                .setPlaylistId(id)
                .setStartPosition(start)
                .setInsertAfterPosition(insertAfter)
                .setCount(count);
        Optional.ofNullable(revision).ifPresent(request::setRevision);
        UpstreamGrpcClient.answer(() -> playlists.moveElements(request.build()));
    }

    /** Where those videos are in the caller's own playlists. */
    List<PlaceView> places(List<String> videoIds) {
        return IntStream.iterate(0, from -> from < videoIds.size(), from -> from + MOST_VIDEOS)
                .mapToObj(from -> videoIds.subList(from, Math.min(from + MOST_VIDEOS, videoIds.size())))
                .flatMap(some -> placesOf(some).stream())
                .toList();
    }

    private List<PlaceView> placesOf(List<String> videoIds) {
        var request = FindVideosInOwnPlaylistsRequest.newBuilder()
                .addAllVideoIds(videoIds)
                .build();
        return UpstreamGrpcClient.answer(() -> playlists.findVideosInOwnPlaylists(request)).getPlacesList().stream()
                .map(VideoPlaylistGrpcClient::place)
                .toList();
    }

    private static PlaceView place(PlaylistPlace place) {
        var element = place.getElement();
        return new PlaceView(
                place.getVideoId(),
                place.getPlaylistId(),
                place.getPlaylistName(),
                element.getId(),
                element.hasStartSeconds() ? Integer.valueOf(element.getStartSeconds()) : null,
                element.hasStopSeconds() ? Integer.valueOf(element.getStopSeconds()) : null);
    }
}
