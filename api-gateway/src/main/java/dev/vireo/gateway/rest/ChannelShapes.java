package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.MeView;
import dev.vireo.gateway.catalog.Origin;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.identity.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, channels and the caller in PeerTube's shapes. */
public final class ChannelShapes {
    private static final int ADMINISTRATOR = 0;
    private static final int MODERATOR = 1;
    private static final int USER = 2;

    private ChannelShapes() {}

    /** All of an account. */
    public static ObjectNode account(ChannelView.Account account, Site site) {
        ObjectNode node = actor("/accounts/", account.name(), account.origin(), site);
        return node.put("id", account.id())
                .put("displayName", account.displayName())
                .put("description", orNull(account.description()))
                .put("createdAt", Site.time(account.created()))
                .put("updatedAt", Site.time(account.updated()))
                .put("userId", account.id());
    }

    /** All of a channel. */
    public static ObjectNode channel(ChannelView channel, Site site) {
        ObjectNode node = actor("/video-channels/", channel.name(), channel.origin(), site);
        node.put("id", channel.id())
                .put("displayName", channel.displayName())
                .put("description", orNull(channel.description()))
                .put("support", orNull(channel.support()))
                .put("isLocal", channel.origin() == null)
                .put("createdAt", Site.time(channel.created()))
                .put("updatedAt", Site.time(channel.updated()))
                .put("revision", channel.revision())
                .putArray("banners");
        node.set("ownerAccount", account(channel.owner(), site));
        return node;
    }

    /** An account as far as its videos know it: without its times. */
    static ObjectNode account(VideoView.Owner.Party account, Site site) {
        return actor("/accounts/", account.name(), account.origin(), site)
                .put("id", account.id())
                .put("displayName", account.displayName())
                .put("description", orNull(account.description()))
                .put("userId", account.id());
    }

    /** The channel of a video as far as the video knows it: without its times and its call for support. */
    static ObjectNode channel(VideoView.Owner owner, Site site) {
        VideoView.Owner.Party channel = owner.channel();
        ObjectNode node = actor("/video-channels/", channel.name(), channel.origin(), site);
        node.put("id", channel.id())
                .put("displayName", channel.displayName())
                .put("description", orNull(channel.description()))
                .put("isLocal", channel.origin() == null)
                .putArray("banners");
        node.set("ownerAccount", account(owner.account(), site));
        return node;
    }

    static ObjectNode me(MeView me, Caller caller, Site site) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", me.account().id())
                .put("username", me.account().name())
                .put("email", caller.email())
                .put("emailVerified", caller.email() != null)
                .put("blocked", false)
                .putNull("blockedReason")
                .put("videoQuota", me.quotaBytes())
                .put("videoQuotaDaily", -1)
                .put("videoQuotaUsed", me.quotaUsedBytes())
                .put("createdAt", Site.time(me.account().created()));
        settings(node);
        node.set("role", role(caller));
        node.set("account", account(me.account(), site));
        ArrayNode channels = node.putArray("videoChannels");
        me.channels().forEach(channel -> channels.add(channel(channel, site)));
        return node;
    }

    private static ObjectNode role(Caller caller) {
        if (caller.administrator()) {
            return Labels.of(ADMINISTRATOR, "Administrator");
        }
        return caller.moderator() ? Labels.of(MODERATOR, "Moderator") : Labels.of(USER, "User");
    }

    /** What PeerTube lets a person choose: nothing of it can be chosen here, and its clients need not introduce it. */
    private static void settings(ObjectNode node) {
        node.put("nsfwPolicy", "display")
                .put("p2pEnabled", false)
                .put("autoPlayVideo", true)
                .put("autoPlayNextVideo", false)
                .put("autoPlayNextVideoPlaylist", false)
                .put("noWelcomeModal", true)
                .put("noInstanceConfigWarningModal", true)
                .put("noAccountSetupWarningModal", true)
                .put("theme", "instance-default")
                .putNull("pluginAuth")
                .putNull("lastLoginDate");
    }

    private static ObjectNode actor(String path, String name, @Nullable Origin origin, Site site) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name)
                .put("host", site.host(origin))
                .put("url", site.url(origin, path + name))
                .put("hostRedundancyAllowed", false)
                .put("followingCount", 0)
                .put("followersCount", 0)
                .putArray("avatars");
        return node;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
