package dev.vireo.gateway;

import com.google.protobuf.Message;
import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.AddElementResponse;
import dev.vireo.contracts.catalog.v1.CreatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.CreatePlaylistResponse;
import dev.vireo.contracts.catalog.v1.DeletePlaylistRequest;
import dev.vireo.contracts.catalog.v1.DeletePlaylistResponse;
import dev.vireo.contracts.catalog.v1.ElementSight;
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
import dev.vireo.contracts.catalog.v1.PlaylistPlace;
import dev.vireo.contracts.catalog.v1.RemoveElementRequest;
import dev.vireo.contracts.catalog.v1.RemoveElementResponse;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.catalog.v1.UpdateElementResponse;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistResponse;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc;
import dev.vireo.contracts.playlist.v1.PlaylistElement;
import dev.vireo.kit.ShortUuid;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Playlists behind the gateway in its tests: one of two videos, of which visitors see the first. */
public final class UpstreamPlaylistGrpcService extends VideoPlaylistServiceGrpc.VideoPlaylistServiceImplBase {
    private static final Set<UUID> EVERYBODYS = Set.of(UpstreamFixture.PLAYLIST, UpstreamFixture.UNLISTED_PLAYLIST);

    /** An element's id. */
    public static final String ELEMENT = "01930000-0000-7000-8000-0000000000e1";

    /** Everything that was asked for, newest last. */
    public final ConcurrentLinkedDeque<Message> heard = new ConcurrentLinkedDeque<>();

    @Override
    public void createPlaylist(CreatePlaylistRequest request, StreamObserver<CreatePlaylistResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to,
                CreatePlaylistResponse.newBuilder()
                        .setPlaylist(UpstreamFixture.playlist())
                        .build());
    }

    @Override
    public void getPlaylist(GetPlaylistRequest request, StreamObserver<GetPlaylistResponse> to) {
        UUID id = ShortUuid.parse(request.getId()).orElse(UpstreamFixture.PUBLIC);
        if (!(EVERYBODYS.contains(id)
                || (id.equals(UpstreamFixture.PRIVATE_PLAYLIST) && UpstreamGrpcService.signedIn()))) {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no such playlist here."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                GetPlaylistResponse.newBuilder()
                        .setPlaylist(pictured().toBuilder().setPlaylist(UpstreamFixture.playlist(id)))
                        .setMayEdit(UpstreamGrpcService.signedIn())
                        .build());
    }

    @Override
    public void updatePlaylist(UpdatePlaylistRequest request, StreamObserver<UpdatePlaylistResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to,
                UpdatePlaylistResponse.newBuilder()
                        .setPlaylist(UpstreamFixture.playlist())
                        .build());
    }

    @Override
    public void deletePlaylist(DeletePlaylistRequest request, StreamObserver<DeletePlaylistResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(to, DeletePlaylistResponse.getDefaultInstance());
    }

    @Override
    public void listOwnPlaylists(ListOwnPlaylistsRequest request, StreamObserver<ListOwnPlaylistsResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to,
                ListOwnPlaylistsResponse.newBuilder()
                        .setTotal(1)
                        .addPlaylists(pictured())
                        .build());
    }

    @Override
    public void listElements(ListElementsRequest request, StreamObserver<ListElementsResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to,
                ListElementsResponse.newBuilder()
                        .setTotal(4)
                        .addElements(SeenElement.newBuilder()
                                .setId(ELEMENT)
                                .setPosition(1)
                                .setStartSeconds(3)
                                .setSight(ElementSight.ELEMENT_SIGHT_SEEN)
                                .setVideo(UpstreamFixture.video(UpstreamFixture.PUBLIC)))
                        .addElements(hidden(2, ElementSight.ELEMENT_SIGHT_PRIVATE))
                        .addElements(hidden(3, ElementSight.ELEMENT_SIGHT_DELETED))
                        .addElements(hidden(4, ElementSight.ELEMENT_SIGHT_UNAVAILABLE))
                        .build());
    }

    @Override
    public void addElement(AddElementRequest request, StreamObserver<AddElementResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to, AddElementResponse.newBuilder().setElement(element()).build());
    }

    @Override
    public void updateElement(UpdateElementRequest request, StreamObserver<UpdateElementResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to, UpdateElementResponse.newBuilder().setElement(element()).build());
    }

    @Override
    public void removeElement(RemoveElementRequest request, StreamObserver<RemoveElementResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(to, RemoveElementResponse.getDefaultInstance());
    }

    @Override
    public void moveElements(MoveElementsRequest request, StreamObserver<MoveElementsResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(to, MoveElementsResponse.getDefaultInstance());
    }

    @Override
    public void findVideosInOwnPlaylists(
            FindVideosInOwnPlaylistsRequest request, StreamObserver<FindVideosInOwnPlaylistsResponse> to) {
        heard.add(request);
        UpstreamGrpcService.reply(
                to,
                FindVideosInOwnPlaylistsResponse.newBuilder()
                        .addPlaces(PlaylistPlace.newBuilder()
                                .setVideoId(UpstreamFixture.PUBLIC.toString())
                                .setPlaylistId(UpstreamFixture.PLAYLIST.toString())
                                .setPlaylistName("Summer")
                                .setElement(element()))
                        .build());
    }

    private static PlaylistElement element() {
        return PlaylistElement.newBuilder()
                .setId(ELEMENT)
                .setVideoId(UpstreamFixture.PUBLIC.toString())
                .setStopSeconds(9)
                .build();
    }

    private static SeenElement hidden(int position, ElementSight sight) {
        return SeenElement.newBuilder()
                .setId(ELEMENT.replace("e1", "e" + position))
                .setPosition(position)
                .setSight(sight)
                .build();
    }

    private static PicturedPlaylist pictured() {
        return PicturedPlaylist.newBuilder()
                .setPlaylist(UpstreamFixture.playlist())
                .setCover(UpstreamFixture.video(UpstreamFixture.PUBLIC))
                .build();
    }
}
