package dev.vireo.gateway.catalog;

import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc;
import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc.ChannelServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.GetAccountRequest;
import dev.vireo.contracts.catalog.v1.GetChannelRequest;
import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.contracts.catalog.v1.ListChannelsRequest;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import io.grpc.Channel;

/** Channels and accounts of the caller's instance. */
public final class ChannelGrpcClient {
    private final ChannelServiceBlockingStub channels;

    ChannelGrpcClient(Channel channel) {
        this.channels = ChannelServiceGrpc.newBlockingStub(channel);
    }

    /** The caller's own account. */
    public MeView me() {
        var answer = UpstreamGrpcClient.answer(() -> channels.getMe(GetMeRequest.getDefaultInstance()));
        return new MeView(
                ChannelMapper.view(answer.getAccount()),
                answer.getChannelsList().stream().map(ChannelMapper::view).toList(),
                answer.getQuotaBytes(),
                answer.getQuotaUsedBytes());
    }

    /** One account by name. */
    public ChannelView.Account account(String name) {
        return ChannelMapper.view(UpstreamGrpcClient.answer(() -> channels.getAccount(
                        GetAccountRequest.newBuilder().setName(name).build()))
                .getAccount());
    }

    /** One channel by name. */
    public ChannelView channel(String name) {
        return ChannelMapper.view(UpstreamGrpcClient.answer(() -> channels.getChannel(
                        GetChannelRequest.newBuilder().setName(name).build()))
                .getChannel());
    }

    /** A page of the channels of an account, or of all when the name is empty; oldest first. */
    public PageOf<ChannelView> channels(String accountName, PageOf.Window window) {
        var request = ListChannelsRequest.newBuilder()
                .setAccountName(accountName)
                .setStart(window.start())
                .setCount(window.count())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> channels.listChannels(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getChannelsList().stream().map(ChannelMapper::view).toList());
    }

    /** A new channel of the caller; its name is for ever. */
    public ChannelView create(String name, ChannelView.Change texts) {
        var request = CreateChannelRequest.newBuilder()
                .setName(name)
                .setDisplayName(texts.displayName() == null ? "" : texts.displayName())
                .setDescription(texts.description() == null ? "" : texts.description())
                .setSupport(texts.support() == null ? "" : texts.support())
                .build();
        return ChannelMapper.view(
                UpstreamGrpcClient.answer(() -> channels.createChannel(request)).getChannel());
    }

    /** Changes the texts; CONFLICT when the revision is not the present one. */
    public ChannelView update(String name, ChannelView.Change change) {
        var request = UpdateChannelRequest.newBuilder().setName(name);
        if (change.revision() != null) {
            request.setRevision(change.revision());
        }
        if (change.displayName() != null) {
            request.setDisplayName(change.displayName());
        }
        if (change.description() != null) {
            request.setDescription(change.description());
        }
        if (change.support() != null) {
            request.setSupport(change.support());
        }
        return ChannelMapper.view(UpstreamGrpcClient.answer(() -> channels.updateChannel(request.build()))
                .getChannel());
    }

    /** Removes the channel and its videos. */
    public void delete(String name) {
        UpstreamGrpcClient.answer(() -> channels.deleteChannel(
                DeleteChannelRequest.newBuilder().setName(name).build()));
    }
}
