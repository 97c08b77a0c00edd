package dev.vireo.seeder.tracker;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Our own peer wire, told to all who ask for a file that they do not have: there, everything is always to be had. */
final class OwnSeeds {

    /** Whatever a seed calls itself in its handshake is another matter. */
    private static final PeerId ID = PeerId.of("-VI0100-vireo-seeder".getBytes(StandardCharsets.US_ASCII));

    private final List<FoundPeer> seeds;

    /** At addresses like {@code 192.0.2.1:28086} and {@code [2001:db8::1]:28086}. */
    OwnSeeds(List<String> addresses) {
        this.seeds = addresses.stream().map(OwnSeeds::seed).toList();
    }

    /** What an announce found, and our seeds behind it when they are of use. */
    List<FoundPeer> with(TrackerAnnounce announce, List<FoundPeer> found) {
        boolean useless = announce.complete()
                || announce.wanted() == 0
                || announce.event() == AnnounceEvent.STOPPED
                || announce.endpoint().family() == PeerFamily.WEB;
        if (useless || seeds.isEmpty()) {
            return found;
        }
        List<FoundPeer> all = new ArrayList<>(found);
        all.addAll(seeds);
        return all;
    }

    private static FoundPeer seed(String text) {
        int colon = text.lastIndexOf(':');
        InetAddress address =
                InetAddress.ofLiteral(text.substring(0, colon).replace("[", "").replace("]", ""));
        return new FoundPeer(ID, PeerEndpoint.Address.of(address, Integer.parseInt(text.substring(colon + 1))));
    }
}
