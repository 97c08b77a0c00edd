package dev.vireo.gateway.search;

import dev.vireo.contracts.search.v1.FindChannelsRequest;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc.GlobalSearchServiceBlockingStub;
import dev.vireo.gateway.catalog.ChannelMapper;
import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import dev.vireo.gateway.catalog.VideoMapper;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.identity.InstanceId;
import io.grpc.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches of what everybody may find, over all instances; UNAVAILABLE while the index is away. */
public final class GlobalSearchGrpcClient {
    private final GlobalSearchServiceBlockingStub search;

    GlobalSearchGrpcClient(Channel channel) {
        this.search = GlobalSearchServiceGrpc.newBlockingStub(channel);
    }

    /**
     * What the asking platform does not want to see.
     *
     * @param hosts of other platforms
     * @param accounts each as {@code name@host}
     */
    public record Blocked(List<String> hosts, List<String> accounts) {
        private static final int LONGEST = 200;
        private static final int MOST = 2_000;

        public Blocked {
            hosts = List.copyOf(hosts);
            accounts = List.copyOf(accounts);
        }

        /** As it is asked. */
        public static Blocked of(QueryFields fields) {
            return new Blocked(
                    fields.texts("blockedHosts", LONGEST, MOST), fields.texts("blockedAccounts", LONGEST, MOST));
        }
    }

    /**
     * Something that was found.
     *
     * @param instance where it is; null for something of another server
     * @param score by its place in the list
     */
    public record Scored<T>(@Nullable InstanceId instance, T item, double score) {}

    /** A page of videos, those in the languages before others that match as well. */
    public PageOf<Scored<VideoView>> videos(VideoSearch asked, Blocked blocked, List<String> languages) {
        FindVideosRequest request = FindVideosRequest.newBuilder()
                .setQuestion(SearchGrpcClient.request(asked))
                .addAllBlockedHosts(blocked.hosts())
                .addAllBlockedAccounts(blocked.accounts())
                .addAllBoostLanguages(languages)
                .build();
        var answer = UpstreamGrpcClient.answer(() -> search.findVideos(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getVideosList().stream()
                        .map(one -> new Scored<>(
                                instance(one.getVideo().getInstanceId()),
                                VideoMapper.view(one.getVideo()),
                                one.getScore()))
                        .toList());
    }

    /** A page of channels. */
    public PageOf<Scored<ChannelView>> channels(ChannelSearch asked, Blocked blocked) {
        FindChannelsRequest request = FindChannelsRequest.newBuilder()
                .setQuestion(SearchGrpcClient.request(asked))
                .addAllBlockedHosts(blocked.hosts())
                .addAllBlockedAccounts(blocked.accounts())
                .build();
        var answer = UpstreamGrpcClient.answer(() -> search.findChannels(request));
        return new PageOf<>(
                answer.getTotal(),
                answer.getChannelsList().stream()
                        .map(one -> new Scored<>(
                                instance(one.getChannel().getInstanceId()),
                                ChannelMapper.view(one.getChannel()),
                                one.getScore()))
                        .toList());
    }

    private static @Nullable InstanceId instance(String id) {
        return id.isEmpty() ? null : new InstanceId(id);
    }
}
