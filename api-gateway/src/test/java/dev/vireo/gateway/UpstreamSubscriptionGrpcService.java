package dev.vireo.gateway;

import dev.vireo.contracts.catalog.v1.FindSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.FindSubscriptionsResponse;
import dev.vireo.contracts.catalog.v1.GetFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.GetFeedTokenResponse;
import dev.vireo.contracts.catalog.v1.GetSubscriptionRequest;
import dev.vireo.contracts.catalog.v1.GetSubscriptionResponse;
import dev.vireo.contracts.catalog.v1.ListFeedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListFeedChannelsResponse;
import dev.vireo.contracts.catalog.v1.ListSubscribedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscribedChannelsResponse;
import dev.vireo.contracts.catalog.v1.ListSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscriptionsResponse;
import dev.vireo.contracts.catalog.v1.RenewFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.RenewFeedTokenResponse;
import dev.vireo.contracts.catalog.v1.SubscribeRequest;
import dev.vireo.contracts.catalog.v1.SubscribeResponse;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.UnsubscribeRequest;
import dev.vireo.contracts.catalog.v1.UnsubscribeResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Subscriptions behind the gateway in its tests: everybody follows the one channel there is, unless told otherwise. */
public final class UpstreamSubscriptionGrpcService extends SubscriptionServiceGrpc.SubscriptionServiceImplBase {
    /** Opens the feed of any account. */
    public static final String TOKEN = "right";

    private static final String CHANNEL = "alice_channel";

    /** What was asked to be followed, newest last. */
    public final ConcurrentLinkedDeque<String> added = new ConcurrentLinkedDeque<>();
    /** What was asked to be followed no more, newest last. */
    public final ConcurrentLinkedDeque<String> removed = new ConcurrentLinkedDeque<>();
    /** Pages that were asked for, newest last. */
    public final ConcurrentLinkedDeque<ListSubscriptionsRequest> pages = new ConcurrentLinkedDeque<>();

    /** UUIDs of what is followed. */
    public volatile List<String> channels =
            List.of(UpstreamFixture.channel(CHANNEL).getId());

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> to) {
        added.add(request.getChannel());
        if (known(request.getChannel(), to)) {
            UpstreamGrpcService.reply(to, SubscribeResponse.getDefaultInstance());
        }
    }

    @Override
    public void unsubscribe(UnsubscribeRequest request, StreamObserver<UnsubscribeResponse> to) {
        removed.add(request.getChannel());
        if (known(request.getChannel(), to)) {
            UpstreamGrpcService.reply(to, UnsubscribeResponse.getDefaultInstance());
        }
    }

    @Override
    public void getSubscription(GetSubscriptionRequest request, StreamObserver<GetSubscriptionResponse> to) {
        if (known(request.getChannel(), to)) {
            UpstreamGrpcService.reply(
                    to,
                    GetSubscriptionResponse.newBuilder()
                            .setChannel(UpstreamFixture.channel(CHANNEL))
                            .build());
        }
    }

    @Override
    public void listSubscriptions(ListSubscriptionsRequest request, StreamObserver<ListSubscriptionsResponse> to) {
        pages.add(request);
        UpstreamGrpcService.reply(
                to,
                ListSubscriptionsResponse.newBuilder()
                        .setTotal(1)
                        .addChannels(UpstreamFixture.channel(CHANNEL))
                        .build());
    }

    @Override
    public void findSubscriptions(FindSubscriptionsRequest request, StreamObserver<FindSubscriptionsResponse> to) {
        UpstreamGrpcService.reply(
                to,
                FindSubscriptionsResponse.newBuilder()
                        .addAllFollowed(request.getChannelsList().stream()
                                .filter(handle -> handle.startsWith(CHANNEL))
                                .toList())
                        .build());
    }

    @Override
    public void listSubscribedChannels(
            ListSubscribedChannelsRequest request, StreamObserver<ListSubscribedChannelsResponse> to) {
        UpstreamGrpcService.reply(
                to,
                ListSubscribedChannelsResponse.newBuilder()
                        .addAllChannelIds(channels)
                        .build());
    }

    @Override
    public void listFeedChannels(ListFeedChannelsRequest request, StreamObserver<ListFeedChannelsResponse> to) {
        if (!request.getToken().equals(TOKEN)) {
            UpstreamGrpcService.refuse(to, Status.PERMISSION_DENIED.withDescription("Not that of the account."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                ListFeedChannelsResponse.newBuilder().addAllChannelIds(channels).build());
    }

    @Override
    public void getFeedToken(GetFeedTokenRequest request, StreamObserver<GetFeedTokenResponse> to) {
        UpstreamGrpcService.reply(
                to, GetFeedTokenResponse.newBuilder().setToken(TOKEN).build());
    }

    @Override
    public void renewFeedToken(RenewFeedTokenRequest request, StreamObserver<RenewFeedTokenResponse> to) {
        UpstreamGrpcService.reply(
                to, RenewFeedTokenResponse.newBuilder().setToken("another").build());
    }

    private static boolean known(String handle, StreamObserver<?> to) {
        if (handle.startsWith(CHANNEL)) {
            return true;
        }
        UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no such channel here."));
        return false;
    }
}
