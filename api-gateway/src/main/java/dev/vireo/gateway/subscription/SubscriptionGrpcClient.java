package dev.vireo.gateway.subscription;

import dev.vireo.contracts.catalog.v1.FindSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.GetFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.GetSubscriptionRequest;
import dev.vireo.contracts.catalog.v1.ListFeedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscribedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.RenewFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.SubscribeRequest;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc.SubscriptionServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.UnsubscribeRequest;
import dev.vireo.gateway.catalog.ChannelMapper;
import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;
import java.util.List;

/** What the caller follows. Channels are named by their handles. */
public final class SubscriptionGrpcClient {
    private final SubscriptionServiceBlockingStub subscriptions;

    SubscriptionGrpcClient(Channel channel) {
        this.subscriptions = SubscriptionServiceGrpc.newBlockingStub(channel);
    }

    void add(String handle) {
        var request = SubscribeRequest.newBuilder().setChannel(handle).build();
        UpstreamGrpcClient.answer(() -> subscriptions.subscribe(request));
    }

    void remove(String handle) {
        var request = UnsubscribeRequest.newBuilder().setChannel(handle).build();
        UpstreamGrpcClient.answer(() -> subscriptions.unsubscribe(request));
    }

    ChannelView find(String handle) {
        var request = GetSubscriptionRequest.newBuilder().setChannel(handle).build();
        return ChannelMapper.view(UpstreamGrpcClient.answer(() -> subscriptions.getSubscription(request))
                .getChannel());
    }

    PageOf<ChannelView> list(PageOf.Window window, boolean ascending) {
        var request = ListSubscriptionsRequest.newBuilder()
                .setStart(window.start())
                .setCount(window.count())
                .setAscending(ascending)
                .build();
        var answer = UpstreamGrpcClient.answer(() -> subscriptions.listSubscriptions(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getChannelsList().stream().map(ChannelMapper::view).toList());
    }

    /** Those of the handles that are followed. */
    List<String> followed(List<String> handles) {
        var request =
                FindSubscriptionsRequest.newBuilder().addAllChannels(handles).build();
        return UpstreamGrpcClient.answer(() -> subscriptions.findSubscriptions(request))
                .getFollowedList();
    }

    /** UUIDs of all channels that the caller follows. */
    List<String> channels() {
        return UpstreamGrpcClient.answer(
                        () -> subscriptions.listSubscribedChannels(ListSubscribedChannelsRequest.getDefaultInstance()))
                .getChannelIdsList();
    }

    /** UUIDs of all channels that the account follows; FORBIDDEN when the token is not that of its feed. */
    public List<String> channels(String account, String token) {
        var request = ListFeedChannelsRequest.newBuilder()
                .setAccountId(account)
                .setToken(token)
                .build();
        return UpstreamGrpcClient.answer(() -> subscriptions.listFeedChannels(request))
                .getChannelIdsList();
    }

    String feedToken() {
        return UpstreamGrpcClient.answer(() -> subscriptions.getFeedToken(GetFeedTokenRequest.getDefaultInstance()))
                .getToken();
    }

    String anotherFeedToken() {
        return UpstreamGrpcClient.answer(() -> subscriptions.renewFeedToken(RenewFeedTokenRequest.getDefaultInstance()))
                .getToken();
    }
}
