package dev.vireo.gateway.catalog;

import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;

/** Channels and accounts from the contract to ours. */
public final class ChannelMapper {
    private ChannelMapper() {}

    /** A channel with its owner. */
    public static ChannelView view(Channel channel) {
        return new ChannelView(
                channel.getId(),
                channel.getRevision(),
                channel.getName(),
                channel.getDisplayName(),
                channel.getDescription(),
                channel.getSupport(),
                view(channel.getOwner()),
                VideoMapper.instant(channel.getCreatedAt()),
                VideoMapper.instant(channel.getUpdatedAt()),
                Origin.of(channel.getOrigin().getHost(), channel.getOrigin().getUrl()));
    }

    /** An account. */
    public static ChannelView.Account view(Account account) {
        return new ChannelView.Account(
                account.getId(),
                account.getName(),
                account.getDisplayName(),
                account.getDescription(),
                VideoMapper.instant(account.getCreatedAt()),
                VideoMapper.instant(account.getUpdatedAt()),
                Origin.of(account.getOrigin().getHost(), account.getOrigin().getUrl()));
    }
}
