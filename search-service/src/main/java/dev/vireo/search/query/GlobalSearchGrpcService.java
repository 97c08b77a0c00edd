package dev.vireo.search.query;

import dev.vireo.contracts.search.v1.FindChannelsRequest;
import dev.vireo.contracts.search.v1.FindChannelsResponse;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.FindVideosResponse;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.sight.Sights;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Search over all instances, for platforms elsewhere. */
@Component
final class GlobalSearchGrpcService extends GlobalSearchServiceGrpc.GlobalSearchServiceImplBase {
    private final Sights sights;
    private final ElasticsearchVideoSearch videos;
    private final ElasticsearchChannelSearch channels;

    GlobalSearchGrpcService(Sights sights, ElasticsearchVideoSearch videos, ElasticsearchChannelSearch channels) {
        this.sights = sights;
        this.videos = videos;
        this.channels = channels;
    }

    @Override
    public void findVideos(FindVideosRequest request, StreamObserver<FindVideosResponse> response) {
        Sight sight = sights.everywhere(
                GlobalSearchMapper.hosts(request.getBlockedHostsList()),
                GlobalSearchMapper.accounts(request.getBlockedAccountsList()));
        VideoQuery query = GlobalSearchMapper.query(request, sight);
        response.onNext(
                GlobalSearchMapper.response(videos.search(query), query.page().start()));
        response.onCompleted();
    }

    @Override
    public void findChannels(FindChannelsRequest request, StreamObserver<FindChannelsResponse> response) {
        Sight sight = sights.everywhere(
                GlobalSearchMapper.hosts(request.getBlockedHostsList()),
                GlobalSearchMapper.accounts(request.getBlockedAccountsList()));
        ChannelQuery query = ChannelQueryMapper.query(request.getQuestion(), sight);
        response.onNext(
                GlobalSearchMapper.response(channels.search(query), query.page().start()));
        response.onCompleted();
    }
}
