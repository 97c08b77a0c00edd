package dev.vireo.search.query;

import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.ListAccountsResponse;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsResponse;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.kit.identity.Callers;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.sight.Sights;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Search for the gateway and other applications. */
@Component
final class SearchGrpcService extends SearchServiceGrpc.SearchServiceImplBase {
    private final Sights sights;
    private final ElasticsearchVideoSearch videos;
    private final ElasticsearchChannelSearch channels;
    private final ElasticsearchAccounts accounts;

    SearchGrpcService(
            Sights sights,
            ElasticsearchVideoSearch videos,
            ElasticsearchChannelSearch channels,
            ElasticsearchAccounts accounts) {
        this.sights = sights;
        this.videos = videos;
        this.channels = channels;
        this.accounts = accounts;
    }

    @Override
    public void searchChannels(SearchChannelsRequest request, StreamObserver<SearchChannelsResponse> response) {
        Sight sight = new Sight.Everybody(Callers.current().instance());
        FoundChannels found = channels.search(ChannelQueryMapper.query(request, sight));
        response.onNext(ChannelQueryMapper.response(found));
        response.onCompleted();
    }

    @Override
    public void listAccounts(ListAccountsRequest request, StreamObserver<ListAccountsResponse> response) {
        FoundChannels found =
                accounts.list(Callers.current().instance(), ChannelQueryMapper.page(request), request.getAscending());
        response.onNext(ChannelQueryMapper.accounts(found));
        response.onCompleted();
    }

    @Override
    public void searchVideos(SearchVideosRequest request, StreamObserver<SearchVideosResponse> response) {
        Sight sight = sights.of(Callers.current(), VideoQueryMapper.wish(request));
        VideoQuery asked = VideoQueryMapper.query(request, sight);
        response.onNext(VideoQueryMapper.response(asked, videos.search(asked)));
        response.onCompleted();
    }
}
