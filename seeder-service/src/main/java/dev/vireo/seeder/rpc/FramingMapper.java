package dev.vireo.seeder.rpc;

import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.torrent.Framing;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** What a caller wants around a torrent, within bounds. */
final class FramingMapper {

    private static final String CREATED_BY = "Vireo";
    private static final int MOST_ADDRESSES = 20;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_COMMENT = 1000;
    private static final Set<String> ANNOUNCES = Set.of("http", "https", "udp", "ws", "wss");
    private static final Set<String> SEEDS = Set.of("http", "https");

    private FramingMapper() {}

    static Framing framing(GetTorrentRequest request) {
        check("trackers", request.getTrackersList(), ANNOUNCES);
        check("web_seeds", request.getWebSeedsList(), SEEDS);
        if (request.getComment().length() > LONGEST_COMMENT) {
            throw PlatformException.invalid("comment", "must have at most " + LONGEST_COMMENT + " characters.");
        }
        return new Framing(request.getTrackersList(), request.getWebSeedsList(), request.getComment(), CREATED_BY);
    }

    private static void check(String field, List<String> addresses, Set<String> schemes) {
        if (addresses.size() > MOST_ADDRESSES) {
            throw PlatformException.invalid(field, "must be at most " + MOST_ADDRESSES + ".");
        }
        for (String address : addresses) {
            if (address.length() > LONGEST_ADDRESS || !isAddress(address, schemes)) {
                throw PlatformException.invalid(field, "must be addresses of " + String.join(", ", schemes) + ".");
            }
        }
    }

    private static boolean isAddress(String text, Set<String> schemes) {
        try {
            URI address = new URI(text);
            return address.getScheme() != null && schemes.contains(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
