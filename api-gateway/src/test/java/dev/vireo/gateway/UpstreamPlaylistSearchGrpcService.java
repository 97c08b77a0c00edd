package dev.vireo.gateway;

import dev.vireo.contracts.search.v1.FindPlaylistsRequest;
import dev.vireo.contracts.search.v1.FindPlaylistsResponse;
import dev.vireo.contracts.search.v1.FoundPlaylist;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc;
import dev.vireo.contracts.search.v1.ScoredPlaylist;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.contracts.search.v1.SearchPlaylistsResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Searches of playlists behind the gateway in its tests: one of each instance. */
public final class UpstreamPlaylistSearchGrpcService extends PlaylistSearchServiceGrpc.PlaylistSearchServiceImplBase {
    /** Every request for those of an instance, newest last. */
    public final ConcurrentLinkedDeque<SearchPlaylistsRequest> asked = new ConcurrentLinkedDeque<>();

    /** Every request for those of all instances, newest last. */
    public final ConcurrentLinkedDeque<FindPlaylistsRequest> askedEverywhere = new ConcurrentLinkedDeque<>();

    @Override
    public void searchPlaylists(SearchPlaylistsRequest request, StreamObserver<SearchPlaylistsResponse> to) {
        asked.add(request);
        if (request.getSearch().equals(UpstreamSearchGrpcService.AWAY)) {
            UpstreamGrpcService.refuse(to, Status.UNAVAILABLE.withDescription("The search index is away."));
            return;
        }
        if (UpstreamSearchGrpcService.NOBODY.equals(request.getAccountName())) {
            UpstreamGrpcService.reply(to, SearchPlaylistsResponse.getDefaultInstance());
            return;
        }
        UpstreamGrpcService.reply(
                to,
                SearchPlaylistsResponse.newBuilder()
                        .setTotal(1)
                        .addPlaylists(FoundPlaylist.newBuilder()
                                .setPlaylist(UpstreamFixture.playlist())
                                .setCover(UpstreamFixture.video(UpstreamFixture.PUBLIC)))
                        .build());
    }

    @Override
    public void findPlaylists(FindPlaylistsRequest request, StreamObserver<FindPlaylistsResponse> to) {
        askedEverywhere.add(request);
        UpstreamGrpcService.reply(
                to,
                FindPlaylistsResponse.newBuilder()
                        .setTotal(1)
                        .addPlaylists(ScoredPlaylist.newBuilder()
                                .setScore(3.5)
                                .setPlaylist(FoundPlaylist.newBuilder()
                                        .setPlaylist(UpstreamFixture.playlist().toBuilder()
                                                .setInstanceId("second"))
                                        .setCover(UpstreamFixture.video(UpstreamFixture.PUBLIC))))
                        .build());
    }
}
