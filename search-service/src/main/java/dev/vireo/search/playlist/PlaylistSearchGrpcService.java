package dev.vireo.search.playlist;

import dev.vireo.contracts.search.v1.FindPlaylistsRequest;
import dev.vireo.contracts.search.v1.FindPlaylistsResponse;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.contracts.search.v1.SearchPlaylistsResponse;
import dev.vireo.kit.identity.Callers;
import dev.vireo.search.query.GlobalSearchMapper;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.sight.Sights;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Playlists for the gateway and other applications, and for platforms elsewhere. */
@Component
final class PlaylistSearchGrpcService extends PlaylistSearchServiceGrpc.PlaylistSearchServiceImplBase {
    private final Sights sights;
    private final ElasticsearchPlaylistSearch playlists;

    PlaylistSearchGrpcService(Sights sights, ElasticsearchPlaylistSearch playlists) {
        this.sights = sights;
        this.playlists = playlists;
    }

    @Override
    public void searchPlaylists(SearchPlaylistsRequest request, StreamObserver<SearchPlaylistsResponse> response) {
        Sight sight = new Sight.Everybody(Callers.current().instance());
        FoundPlaylists found = playlists.search(PlaylistQueryMapper.query(request, sight));
        response.onNext(PlaylistQueryMapper.response(found));
        response.onCompleted();
    }

    @Override
    public void findPlaylists(FindPlaylistsRequest request, StreamObserver<FindPlaylistsResponse> response) {
        Sight sight = sights.everywhere(
                GlobalSearchMapper.hosts(request.getBlockedHostsList()),
                GlobalSearchMapper.accounts(request.getBlockedAccountsList()));
        PlaylistQuery query = PlaylistQueryMapper.query(request.getQuestion(), sight);
        response.onNext(PlaylistQueryMapper.everywhere(
                playlists.search(query), query.page().start()));
        response.onCompleted();
    }
}
