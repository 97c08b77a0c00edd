package dev.vireo.gateway;

import dev.vireo.contracts.search.v1.FoundCaption;
import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.ListAccountsResponse;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsResponse;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Lists and searches behind the gateway in its tests: two public videos, of which words find the first. */
public final class UpstreamSearchGrpcService extends SearchServiceGrpc.SearchServiceImplBase {
    /** Words for which the index is away. */
    public static final String AWAY = "away";
    /** Words that find a video of another server. */
    public static final String FAR = "far";
    /** Has no videos. */
    public static final String NOBODY = "nobody";
    /** Gives the last page. */
    public static final String CURSOR = "the-last-page";

    /** Every request, newest last. */
    public final ConcurrentLinkedDeque<SearchVideosRequest> asked = new ConcurrentLinkedDeque<>();

    /** Every request for channels, newest last. */
    public final ConcurrentLinkedDeque<SearchChannelsRequest> askedChannels = new ConcurrentLinkedDeque<>();

    /** Every request for accounts, newest last. */
    public final ConcurrentLinkedDeque<ListAccountsRequest> askedAccounts = new ConcurrentLinkedDeque<>();

    @Override
    public void searchChannels(SearchChannelsRequest request, StreamObserver<SearchChannelsResponse> to) {
        askedChannels.add(request);
        if (request.getSearch().equals(AWAY)) {
            UpstreamGrpcService.refuse(to, Status.UNAVAILABLE.withDescription("The search index is away."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                SearchChannelsResponse.newBuilder()
                        .setTotal(1)
                        .addChannels(UpstreamFixture.channel("alice_channel"))
                        .build());
    }

    @Override
    public void listAccounts(ListAccountsRequest request, StreamObserver<ListAccountsResponse> to) {
        askedAccounts.add(request);
        UpstreamGrpcService.reply(
                to,
                ListAccountsResponse.newBuilder()
                        .setTotal(1)
                        .addAccounts(UpstreamFixture.account("alice"))
                        .build());
    }

    @Override
    public void searchVideos(SearchVideosRequest request, StreamObserver<SearchVideosResponse> to) {
        asked.add(request);
        if (request.getSearch().equals(AWAY)) {
            UpstreamGrpcService.refuse(to, Status.UNAVAILABLE.withDescription("The search index is away."));
            return;
        }
        if (request.getFilter().getPrivacyOneOfCount() > 0 && !UpstreamGrpcService.signedIn()) {
            UpstreamGrpcService.refuse(to, Status.PERMISSION_DENIED.withDescription("Only their owner may ask."));
            return;
        }
        if (NOBODY.equals(request.getFilter().getAccountName())) {
            UpstreamGrpcService.reply(to, SearchVideosResponse.getDefaultInstance());
            return;
        }
        if (!request.getCursor().isEmpty() && !request.getCursor().equals(CURSOR)) {
            UpstreamGrpcService.refuse(
                    to, Status.INVALID_ARGUMENT.withDescription("cursor: must be that of an answer."));
            return;
        }
        SearchVideosResponse.Builder answer = SearchVideosResponse.newBuilder();
        answer.addVideos(first(request));
        answer.addVideos(FoundVideo.newBuilder().setVideo(UpstreamFixture.video(UpstreamFixture.GROWING)));
        UpstreamGrpcService.reply(
                to,
                answer.setTotal(request.getSkipCount() ? 0 : 2)
                        .setNextCursor(request.getCursor().isEmpty() ? CURSOR : "")
                        .build());
    }

    private static FoundVideo.Builder first(SearchVideosRequest request) {
        FoundVideo.Builder first = FoundVideo.newBuilder()
                .setVideo(
                        request.getSearch().equals(FAR)
                                ? UpstreamFixture.remote()
                                : UpstreamFixture.video(UpstreamFixture.PUBLIC));
        if (!request.getSearch().isEmpty()) {
            first.setHighlightedName("A <em>film</em>")
                    .addHighlightedDescription("<em>Long</em> &amp; longer")
                    .addCaptions(FoundCaption.newBuilder()
                            .setLanguage("en")
                            .setStartSeconds(83)
                            .setHighlightedText("so <em>long</em> &amp; thanks"));
        }
        return first;
    }
}
