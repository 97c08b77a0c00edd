package dev.vireo.gateway.catalog;

import java.util.List;

/**
 * The caller.
 *
 * @param account the account
 * @param channels its channels, oldest first
 * @param quotaBytes what it may store
 * @param quotaUsedBytes what it stores
 */
public record MeView(ChannelView.Account account, List<ChannelView> channels, long quotaBytes, long quotaUsedBytes) {
    public MeView {
        channels = List.copyOf(channels);
    }
}
