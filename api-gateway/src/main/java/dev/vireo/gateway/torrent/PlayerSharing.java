package dev.vireo.gateway.torrent;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What pages need so that the players in them share segments with each other. */
public final class PlayerSharing {
    /** Only what cannot end a source of a Content-Security-Policy. */
    private static final Pattern SOCKET = Pattern.compile("(wss?://[^/?#;,\\s]+).*");

    private final TorrentLinks torrents;
    private final SharingProperties properties;

    PlayerSharing(TorrentLinks torrents, SharingProperties properties) {
        this.torrents = torrents;
        this.properties = properties;
    }

    /** Adds PeerTube's fields {@code tracker} and {@code defaults.p2p}, and beside them {@code sharing}, which is ours. */
    public void addTo(ObjectNode config, InstanceId instance) {
        config.putObject("tracker").put("enabled", !torrents.trackers(instance).isEmpty());
        boolean shares = properties.enabled() && !socketOrigins(instance).isEmpty();
        ObjectNode defaults = config.putObject("defaults").putObject("p2p");
        defaults.putObject("webapp").put("enabled", shares);
        defaults.putObject("embed").put("enabled", shares);
        ObjectNode sharing = config.putObject("sharing");
        iceServers(sharing.putArray("iceServers"));
        sharing.put("uploadRate", properties.uploadRate().toBytes());
    }

    /** Origins of the trackers that pages talk to, for their Content-Security-Policy. */
    public List<String> socketOrigins(InstanceId instance) {
        return torrents.trackers(instance).stream()
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** As {@code RTCConfiguration} takes them. */
    private void iceServers(ArrayNode servers) {
        if (!properties.stun().isEmpty()) {
            ArrayNode urls = servers.addObject().putArray("urls");
            properties.stun().forEach(urls::add);
        }
        if (!properties.turn().isEmpty()) {
            ObjectNode server = servers.addObject();
            ArrayNode urls = server.putArray("urls");
            properties.turn().forEach(urls::add);
            server.put("username", properties.turnUsername()).put("credential", properties.turnCredential());
        }
    }
}
