package dev.vireo.upload.playlist;

import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.AddElementResponse;
import dev.vireo.contracts.catalog.v1.CreatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.CreatePlaylistResponse;
import dev.vireo.contracts.catalog.v1.DeletePlaylistRequest;
import dev.vireo.contracts.catalog.v1.DeletePlaylistResponse;
import dev.vireo.contracts.catalog.v1.FindVideosInOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.FindVideosInOwnPlaylistsResponse;
import dev.vireo.contracts.catalog.v1.GetPlaylistRequest;
import dev.vireo.contracts.catalog.v1.GetPlaylistResponse;
import dev.vireo.contracts.catalog.v1.ListElementsRequest;
import dev.vireo.contracts.catalog.v1.ListElementsResponse;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsResponse;
import dev.vireo.contracts.catalog.v1.MoveElementsRequest;
import dev.vireo.contracts.catalog.v1.MoveElementsResponse;
import dev.vireo.contracts.catalog.v1.PicturedPlaylist;
import dev.vireo.contracts.catalog.v1.RemoveElementRequest;
import dev.vireo.contracts.catalog.v1.RemoveElementResponse;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.catalog.v1.UpdateElementResponse;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistResponse;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import dev.vireo.upload.video.SeenVideo;
import dev.vireo.upload.video.SeenVideoMapper;
import dev.vireo.upload.video.VideoId;
import dev.vireo.upload.video.Videos;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Playlists for the gateway and other applications. */
@Component
final class PlaylistGrpcService extends VideoPlaylistServiceGrpc.VideoPlaylistServiceImplBase {
    private static final int MOST_VIDEOS = 10;

    private final Playlists playlists;
    private final PlaylistElements elements;
    private final Videos videos;

    PlaylistGrpcService(Playlists playlists, PlaylistElements elements, Videos videos) {
        this.playlists = playlists;
        this.elements = elements;
        this.videos = videos;
    }

    @Override
    public void createPlaylist(CreatePlaylistRequest request, StreamObserver<CreatePlaylistResponse> response) {
        PlaylistPrivacy privacy =
                request.getPrivacyValue() == 0 ? PlaylistPrivacy.PRIVATE : PlaylistMapper.privacy(request.getPrivacy());
        Playlist made = playlists.create(
                Callers.current(),
                new PlaylistDetails(request.getDisplayName(), request.getDescription(), privacy),
                request.getChannelId());
        answer(
                response,
                CreatePlaylistResponse.newBuilder()
                        .setPlaylist(PlaylistMapper.message(made))
                        .build());
    }

    @Override
    public void getPlaylist(GetPlaylistRequest request, StreamObserver<GetPlaylistResponse> response) {
        Caller caller = Callers.current();
        Playlist found = playlists.visible(caller, request.getId());
        answer(
                response,
                GetPlaylistResponse.newBuilder()
                        .setPlaylist(pictured(List.of(found), caller).getFirst())
                        .setMayEdit(found.mayBeEditedBy(caller))
                        .build());
    }

    @Override
    public void updatePlaylist(UpdatePlaylistRequest request, StreamObserver<UpdatePlaylistResponse> response) {
        Playlist changed = playlists.update(Callers.current(), request.getId(), PlaylistMapper.change(request));
        answer(
                response,
                UpdatePlaylistResponse.newBuilder()
                        .setPlaylist(PlaylistMapper.message(changed))
                        .build());
    }

    @Override
    public void deletePlaylist(DeletePlaylistRequest request, StreamObserver<DeletePlaylistResponse> response) {
        playlists.delete(Callers.current(), request.getId());
        answer(response, DeletePlaylistResponse.getDefaultInstance());
    }

    @Override
    public void listOwnPlaylists(ListOwnPlaylistsRequest request, StreamObserver<ListOwnPlaylistsResponse> response) {
        Caller caller = Callers.current();
        Listing<Playlist> found = playlists.own(caller, PlaylistMapper.query(request));
        answer(
                response,
                ListOwnPlaylistsResponse.newBuilder()
                        .setTotal(found.total())
                        .addAllPlaylists(pictured(found.items(), caller))
                        .build());
    }

    @Override
    public void listElements(ListElementsRequest request, StreamObserver<ListElementsResponse> response) {
        Caller caller = Callers.current();
        Window window = new Window(request.getStart(), request.getCount());
        Listing<Element> found = elements.of(caller, request.getPlaylistId(), window);
        Map<VideoId, SeenVideo> seen =
                videos.seen(caller, found.items().stream().map(Element::video).toList());
        ListElementsResponse.Builder page = ListElementsResponse.newBuilder().setTotal(found.total());
        int position = window.start();
        for (Element element : found.items()) {
            position++;
            @Nullable SeenVideo video = seen.get(element.video());
            SeenElement.Builder message = PlaylistMapper.seen(element, position, video);
            if (video != null) {
                SeenVideoMapper.message(video, caller).ifPresent(message::setVideo);
            }
            page.addElements(message);
        }
        answer(response, page.build());
    }

    @Override
    public void addElement(AddElementRequest request, StreamObserver<AddElementResponse> response) {
        Element added = elements.add(
                Callers.current(),
                request.getPlaylistId(),
                request.getVideoId(),
                request.hasStartSeconds() ? Integer.valueOf(request.getStartSeconds()) : null,
                request.hasStopSeconds() ? Integer.valueOf(request.getStopSeconds()) : null);
        answer(
                response,
                AddElementResponse.newBuilder()
                        .setElement(PlaylistMapper.message(added))
                        .build());
    }

    @Override
    public void updateElement(UpdateElementRequest request, StreamObserver<UpdateElementResponse> response) {
        Element changed = elements.update(
                Callers.current(),
                request.getPlaylistId(),
                request.getElementId(),
                element -> PlaylistMapper.changed(element, request));
        answer(
                response,
                UpdateElementResponse.newBuilder()
                        .setElement(PlaylistMapper.message(changed))
                        .build());
    }

    @Override
    public void removeElement(RemoveElementRequest request, StreamObserver<RemoveElementResponse> response) {
        elements.remove(Callers.current(), request.getPlaylistId(), request.getElementId());
        answer(response, RemoveElementResponse.getDefaultInstance());
    }

    @Override
    public void moveElements(MoveElementsRequest request, StreamObserver<MoveElementsResponse> response) {
        long revision = elements.move(
                Callers.current(),
                request.getPlaylistId(),
                request.hasRevision() ? Long.valueOf(request.getRevision()) : null,
                request.getStartPosition(),
                request.getInsertAfterPosition(),
                request.getCount() == 0 ? 1 : request.getCount());
        answer(response, MoveElementsResponse.newBuilder().setRevision(revision).build());
    }

    @Override
    public void findVideosInOwnPlaylists(
            FindVideosInOwnPlaylistsRequest request, StreamObserver<FindVideosInOwnPlaylistsResponse> response) {
        if (request.getVideoIdsCount() > MOST_VIDEOS) {
            throw PlatformException.invalid("videoIds", "must have at most " + MOST_VIDEOS + " values.");
        }
        List<VideoId> ids = request.getVideoIdsList().stream()
                .map(id -> ShortUuid.parse(id)
                        .map(VideoId::new)
                        .orElseThrow(() -> PlatformException.invalid("videoIds", "must be UUIDs.")))
                .toList();
        answer(
                response,
                FindVideosInOwnPlaylistsResponse.newBuilder()
                        .addAllPlaces(elements.places(Callers.current(), ids).stream()
                                .map(PlaylistMapper::message)
                                .toList())
                        .build());
    }

    private List<PicturedPlaylist> pictured(List<Playlist> found, Caller caller) {
        List<VideoId> covers =
                found.stream().map(Playlist::cover).filter(Objects::nonNull).toList();
        Map<VideoId, SeenVideo> seen = videos.seen(caller, covers);
        return found.stream()
                .map(playlist -> {
                    PicturedPlaylist.Builder message =
                            PicturedPlaylist.newBuilder().setPlaylist(PlaylistMapper.message(playlist));
                    Stream.ofNullable(playlist.cover())
                            .flatMap(cover -> Stream.ofNullable(seen.get(cover)))
                            .flatMap(cover -> SeenVideoMapper.picture(cover, caller).stream())
                            .forEach(message::setCover);
                    return message.build();
                })
                .toList();
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }
}
