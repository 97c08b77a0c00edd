package dev.vireo.gateway.page;

import dev.vireo.gateway.catalog.ChannelView;
import org.jspecify.annotations.Nullable;

/**
 * Whose videos a page lists.
 *
 * @param path of its page, and of its answer below {@code /api/v1}
 * @param feed which feed has its videos
 * @param name its handle without the host
 * @param displayName free text
 * @param description free text, may be empty
 * @param account the account that a channel belongs to; null for an account
 */
record Owner(
        String path,
        String feed,
        String name,
        String displayName,
        String description,
        ChannelView.@Nullable Account account) {

    static Owner of(ChannelView.Account account) {
        String name = account.name();
        return new Owner(
                "/accounts/" + name, "accountName=" + name, name, account.displayName(), account.description(), null);
    }

    static Owner of(ChannelView channel) {
        String name = channel.name();
        return new Owner(
                "/video-channels/" + name,
                "videoChannelName=" + name,
                name,
                channel.displayName(),
                channel.description(),
                channel.owner());
    }
}
