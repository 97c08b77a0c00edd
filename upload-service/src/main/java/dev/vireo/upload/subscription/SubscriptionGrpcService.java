package dev.vireo.upload.subscription;

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
import dev.vireo.kit.identity.Callers;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelMapper;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Subscriptions for the gateway and other applications. */
@Component
final class SubscriptionGrpcService extends SubscriptionServiceGrpc.SubscriptionServiceImplBase {
    private final Subscriptions subscriptions;
    private final SubscribedChannels channels;

    SubscriptionGrpcService(Subscriptions subscriptions, SubscribedChannels channels) {
        this.subscriptions = subscriptions;
        this.channels = channels;
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> response) {
        subscriptions.add(Callers.current(), request.getChannel());
        answer(response, SubscribeResponse.getDefaultInstance());
    }

    @Override
    public void unsubscribe(UnsubscribeRequest request, StreamObserver<UnsubscribeResponse> response) {
        subscriptions.remove(Callers.current(), request.getChannel());
        answer(response, UnsubscribeResponse.getDefaultInstance());
    }

    @Override
    public void getSubscription(GetSubscriptionRequest request, StreamObserver<GetSubscriptionResponse> response) {
        Channel found = subscriptions.find(Callers.current(), request.getChannel());
        answer(
                response,
                GetSubscriptionResponse.newBuilder()
                        .setChannel(ChannelMapper.message(found))
                        .build());
    }

    @Override
    public void listSubscriptions(
            ListSubscriptionsRequest request, StreamObserver<ListSubscriptionsResponse> response) {
        Listing<Channel> found = subscriptions.list(
                Callers.current(), new Window(request.getStart(), request.getCount()), request.getAscending());
        answer(
                response,
                ListSubscriptionsResponse.newBuilder()
                        .setTotal(found.total())
                        .addAllChannels(found.items().stream()
                                .map(ChannelMapper::message)
                                .toList())
                        .build());
    }

    @Override
    public void findSubscriptions(
            FindSubscriptionsRequest request, StreamObserver<FindSubscriptionsResponse> response) {
        answer(
                response,
                FindSubscriptionsResponse.newBuilder()
                        .addAllFollowed(subscriptions.followed(Callers.current(), request.getChannelsList()))
                        .build());
    }

    @Override
    public void listSubscribedChannels(
            ListSubscribedChannelsRequest request, StreamObserver<ListSubscribedChannelsResponse> response) {
        answer(
                response,
                ListSubscribedChannelsResponse.newBuilder()
                        .addAllChannelIds(channels.of(Callers.current()))
                        .build());
    }

    @Override
    public void getFeedToken(GetFeedTokenRequest request, StreamObserver<GetFeedTokenResponse> response) {
        answer(
                response,
                GetFeedTokenResponse.newBuilder()
                        .setToken(channels.token(Callers.current()))
                        .build());
    }

    @Override
    public void renewFeedToken(RenewFeedTokenRequest request, StreamObserver<RenewFeedTokenResponse> response) {
        answer(
                response,
                RenewFeedTokenResponse.newBuilder()
                        .setToken(channels.anotherToken(Callers.current()))
                        .build());
    }

    @Override
    public void listFeedChannels(ListFeedChannelsRequest request, StreamObserver<ListFeedChannelsResponse> response) {
        answer(
                response,
                ListFeedChannelsResponse.newBuilder()
                        .addAllChannelIds(
                                channels.of(Callers.current().instance(), request.getAccountId(), request.getToken()))
                        .build());
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }
}
