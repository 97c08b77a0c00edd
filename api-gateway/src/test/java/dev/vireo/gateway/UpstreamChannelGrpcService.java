package dev.vireo.gateway;

import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc;
import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.CreateChannelResponse;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelResponse;
import dev.vireo.contracts.catalog.v1.GetAccountRequest;
import dev.vireo.contracts.catalog.v1.GetAccountResponse;
import dev.vireo.contracts.catalog.v1.GetChannelRequest;
import dev.vireo.contracts.catalog.v1.GetChannelResponse;
import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.contracts.catalog.v1.GetMeResponse;
import dev.vireo.contracts.catalog.v1.ListChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListChannelsResponse;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdateChannelResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** Channels and accounts behind the gateway in its tests. */
final class UpstreamChannelGrpcService extends ChannelServiceGrpc.ChannelServiceImplBase {
    @Override
    public void getMe(GetMeRequest request, StreamObserver<GetMeResponse> to) {
        UpstreamGrpcService.reply(
                to,
                GetMeResponse.newBuilder()
                        .setAccount(UpstreamFixture.account("alice"))
                        .addChannels(UpstreamFixture.channel("alice_channel"))
                        .setQuotaBytes(1_000_000_000L)
                        .setQuotaUsedBytes(5)
                        .build());
    }

    @Override
    public void getAccount(GetAccountRequest request, StreamObserver<GetAccountResponse> to) {
        if (!"alice".equals(request.getName())) {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no such account here."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                GetAccountResponse.newBuilder()
                        .setAccount(UpstreamFixture.account("alice"))
                        .build());
    }

    @Override
    public void getChannel(GetChannelRequest request, StreamObserver<GetChannelResponse> to) {
        if (!"alice_channel".equals(request.getName())) {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no such channel here."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                GetChannelResponse.newBuilder()
                        .setChannel(UpstreamFixture.channel(request.getName()))
                        .build());
    }

    @Override
    public void listChannels(ListChannelsRequest request, StreamObserver<ListChannelsResponse> to) {
        UpstreamGrpcService.reply(
                to,
                ListChannelsResponse.newBuilder()
                        .setTotal(1)
                        .addChannels(UpstreamFixture.channel("alice_channel"))
                        .build());
    }

    @Override
    public void createChannel(CreateChannelRequest request, StreamObserver<CreateChannelResponse> to) {
        if (request.getName().isEmpty()) {
            UpstreamGrpcService.refuse(to, Status.INVALID_ARGUMENT.withDescription("name: 1 to 50 of [a-z0-9._]."));
            return;
        }
        UpstreamGrpcService.reply(
                to,
                CreateChannelResponse.newBuilder()
                        .setChannel(UpstreamFixture.channel(request.getName()))
                        .build());
    }

    @Override
    public void updateChannel(UpdateChannelRequest request, StreamObserver<UpdateChannelResponse> to) {
        UpstreamGrpcService.reply(
                to,
                UpdateChannelResponse.newBuilder()
                        .setChannel(UpstreamFixture.channel(request.getName()))
                        .build());
    }

    @Override
    public void deleteChannel(DeleteChannelRequest request, StreamObserver<DeleteChannelResponse> to) {
        UpstreamGrpcService.reply(to, DeleteChannelResponse.getDefaultInstance());
    }
}
