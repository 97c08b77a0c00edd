package dev.vireo.upload.channel;

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
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import io.grpc.stub.StreamObserver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Channels and accounts for the gateway and other applications. */
@Component
final class ChannelGrpcService extends ChannelServiceGrpc.ChannelServiceImplBase {
    private final Channels channels;
    private final Accounts accounts;
    private final DataSize quota;

    ChannelGrpcService(Channels channels, Accounts accounts, @Value("${vireo.upload.quota}") DataSize quota) {
        this.channels = channels;
        this.accounts = accounts;
        this.quota = quota;
    }

    @Override
    public void createChannel(CreateChannelRequest request, StreamObserver<CreateChannelResponse> response) {
        ChannelChange texts =
                new ChannelChange(null, request.getDisplayName(), request.getDescription(), request.getSupport());
        Channel made = channels.create(Callers.current(), request.getName(), texts);
        answer(
                response,
                CreateChannelResponse.newBuilder()
                        .setChannel(ChannelMapper.message(made))
                        .build());
    }

    @Override
    public void getChannel(GetChannelRequest request, StreamObserver<GetChannelResponse> response) {
        Channel found = channels.byName(Callers.current().instance(), request.getName())
                .orElseThrow(() -> PlatformException.notFound("channel '" + request.getName() + "'"));
        answer(
                response,
                GetChannelResponse.newBuilder()
                        .setChannel(ChannelMapper.message(found))
                        .build());
    }

    @Override
    public void updateChannel(UpdateChannelRequest request, StreamObserver<UpdateChannelResponse> response) {
        ChannelChange change = new ChannelChange(
                request.hasRevision() ? Long.valueOf(request.getRevision()) : null,
                request.hasDisplayName() ? request.getDisplayName() : null,
                request.hasDescription() ? request.getDescription() : null,
                request.hasSupport() ? request.getSupport() : null);
        Channel changed = channels.update(Callers.current(), request.getName(), change);
        answer(
                response,
                UpdateChannelResponse.newBuilder()
                        .setChannel(ChannelMapper.message(changed))
                        .build());
    }

    @Override
    public void deleteChannel(DeleteChannelRequest request, StreamObserver<DeleteChannelResponse> response) {
        channels.delete(Callers.current(), request.getName());
        answer(response, DeleteChannelResponse.getDefaultInstance());
    }

    @Override
    public void listChannels(ListChannelsRequest request, StreamObserver<ListChannelsResponse> response) {
        Listing<Channel> found = channels.list(
                Callers.current().instance(),
                request.getAccountName().isEmpty() ? null : request.getAccountName(),
                new Window(request.getStart(), request.getCount()));
        answer(
                response,
                ListChannelsResponse.newBuilder()
                        .setTotal(found.total())
                        .addAllChannels(found.items().stream()
                                .map(ChannelMapper::message)
                                .toList())
                        .build());
    }

    @Override
    public void getMe(GetMeRequest request, StreamObserver<GetMeResponse> response) {
        Caller caller = Callers.current();
        Account account = accounts.of(caller);
        answer(
                response,
                GetMeResponse.newBuilder()
                        .setAccount(ChannelMapper.message(account))
                        .addAllChannels(channels.ofAccount(account).stream()
                                .map(ChannelMapper::message)
                                .toList())
                        .addAllRoles(caller.roles())
                        .setQuotaBytes(quota.toBytes())
                        .setQuotaUsedBytes(accounts.storedBytes(account.id()))
                        .build());
    }

    @Override
    public void getAccount(GetAccountRequest request, StreamObserver<GetAccountResponse> response) {
        Account found = accounts.byName(Callers.current().instance(), request.getName())
                .orElseThrow(() -> PlatformException.notFound("account '" + request.getName() + "'"));
        answer(
                response,
                GetAccountResponse.newBuilder()
                        .setAccount(ChannelMapper.message(found))
                        .build());
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }
}
