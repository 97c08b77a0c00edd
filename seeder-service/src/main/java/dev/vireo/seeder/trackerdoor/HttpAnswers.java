package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.torrent.Bencode;
import dev.vireo.seeder.torrent.BencodeDictionary;
import dev.vireo.seeder.torrent.BencodeInteger;
import dev.vireo.seeder.torrent.BencodeList;
import dev.vireo.seeder.torrent.BencodeString;
import dev.vireo.seeder.torrent.BencodeValue;
import dev.vireo.seeder.tracker.AnnounceOutcome;
import dev.vireo.seeder.tracker.FoundPeer;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerFamily;
import dev.vireo.seeder.tracker.Refusal;
import dev.vireo.seeder.tracker.SwarmCounts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers by HTTP, bencoded. */
final class HttpAnswers {

    private HttpAnswers() {}

    static byte[] failure(Refusal reason) {
        return Bencode.encode(BencodeDictionary.empty().with("failure reason", BencodeString.of(reason.words())));
    }

    /** Peers as bytes (BEP 23), those of the other kind of address beside (BEP 7). */
    static byte[] compact(AnnounceOutcome.Announced announced) {
        BencodeDictionary answer = counts(announced).with("peers", packed(announced.peers(), PeerFamily.IPV4));
        BencodeString six = packed(announced.peers(), PeerFamily.IPV6);
        return Bencode.encode(six.length() == 0 ? answer : answer.with("peers6", six));
    }

    /** Peers as dictionaries, with or without their ids. */
    static byte[] dictionaries(AnnounceOutcome.Announced announced, boolean ids) {
        List<BencodeValue> peers = announced.peers().stream()
                .filter(peer -> peer.endpoint() instanceof PeerEndpoint.Address)
                .map(peer -> dictionary(peer, ids))
                .toList();
        return Bencode.encode(counts(announced).with("peers", new BencodeList(peers)));
    }

    static byte[] scrape(Map<TrackedHash, SwarmCounts> files) {
        Map<BencodeString, BencodeValue> entries = new HashMap<>();
        files.forEach((hash, counts) -> entries.put(
                BencodeString.of(hash.bytes()),
                BencodeDictionary.empty()
                        .with("complete", new BencodeInteger(counts.complete()))
                        .with("downloaded", new BencodeInteger(counts.downloaded()))
                        .with("incomplete", new BencodeInteger(counts.incomplete()))));
        return Bencode.encode(BencodeDictionary.empty().with("files", BencodeDictionary.of(entries)));
    }

    private static BencodeDictionary counts(AnnounceOutcome.Announced announced) {
        long interval = announced.interval().toSeconds();
        return BencodeDictionary.empty()
                .with("complete", new BencodeInteger(announced.counts().complete()))
                .with("incomplete", new BencodeInteger(announced.counts().incomplete()))
                .with("downloaded", new BencodeInteger(announced.counts().downloaded()))
                .with("interval", new BencodeInteger(interval))
                .with("min interval", new BencodeInteger(interval / 2));
    }

    private static BencodeString packed(List<FoundPeer> peers, PeerFamily family) {
        List<PeerEndpoint.Address> addresses = new ArrayList<>(peers.size());
        for (FoundPeer peer : peers) {
            if (peer.endpoint() instanceof PeerEndpoint.Address address && address.family() == family) {
                addresses.add(address);
            }
        }
        int width = addresses.isEmpty() ? 0 : addresses.getFirst().compactBytes();
        ByteBuffer bytes = ByteBuffer.allocate(addresses.size() * width);
        addresses.forEach(address -> address.putCompact(bytes));
        return BencodeString.of(bytes.array());
    }

    private static BencodeValue dictionary(FoundPeer peer, boolean ids) {
        PeerEndpoint.Address address = (PeerEndpoint.Address) peer.endpoint();
        BencodeDictionary entry = BencodeDictionary.empty()
                .with("ip", BencodeString.of(address.address().getHostAddress()))
                .with("port", new BencodeInteger(address.port()));
        return ids ? entry.with("peer id", BencodeString.of(peer.id().bytes())) : entry;
    }
}
