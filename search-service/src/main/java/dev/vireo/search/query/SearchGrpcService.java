package dev.vireo.search.query;

import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.kit.identity.Callers;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Search for the gateway and other applications. */
@Component
final class SearchGrpcService extends SearchServiceGrpc.SearchServiceImplBase {
    private final ElasticsearchVideoSearch videos;

    SearchGrpcService(ElasticsearchVideoSearch videos) {
        this.videos = videos;
    }

    @Override
    public void searchVideos(SearchVideosRequest request, StreamObserver<SearchVideosResponse> response) {
        FoundVideos found =
                videos.search(VideoQueryMapper.query(request, Callers.current().instance()));
        response.onNext(VideoQueryMapper.response(found));
        response.onCompleted();
    }
}
