package dev.vireo.search.discover;

import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.GetOverviewRequest;
import dev.vireo.contracts.search.v1.GetOverviewResponse;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.ListRelatedVideosResponse;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.search.sight.Sights;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Discovery for the gateway and other applications. */
@Component
final class DiscoverGrpcService extends DiscoverServiceGrpc.DiscoverServiceImplBase {
    private final Sights sights;
    private final ElasticsearchRelated related;
    private final ElasticsearchOverview overview;

    DiscoverGrpcService(Sights sights, ElasticsearchRelated related, ElasticsearchOverview overview) {
        this.sights = sights;
        this.related = related;
        this.overview = overview;
    }

    @Override
    public void getOverview(GetOverviewRequest request, StreamObserver<GetOverviewResponse> response) {
        int page = DiscoverMapper.page(request);
        response.onNext(DiscoverMapper.response(overview.page(sights.of(Callers.current()), page)));
        response.onCompleted();
    }

    @Override
    public void listRelatedVideos(
            ListRelatedVideosRequest request, StreamObserver<ListRelatedVideosResponse> response) {
        Caller caller = Callers.current();
        RelatedPage page = DiscoverMapper.page(request);
        response.onNext(DiscoverMapper.response(related.list(sights.openable(caller), sights.of(caller), page)));
        response.onCompleted();
    }
}
