package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.torrent.BencodeDecoder;
import dev.vireo.seeder.torrent.BencodeDictionary;
import dev.vireo.seeder.torrent.BencodeList;
import dev.vireo.seeder.torrent.BencodeString;
import dev.vireo.seeder.tracker.TestTracker;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HttpDoorTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::1");
    private static final String ID = "-VI0001-00000000000";

    private final TestTracker known = new TestTracker(Map.of());
    private final HttpDoor door = new HttpDoor(known.tracker());
    private final TrackedHash hash = known.allow(1);

    @Test
    void packsPeersInBytes() {
        announce("a", "port=258&left=0&event=started");
        door.answer("/announce", query(hash, "s") + "port=259", SIX).join();
        BencodeDictionary answer = announce("b", "port=6881&compact=1");
        assertThat(answer.string("peers").orElseThrow().bytes())
                .isEqualTo(HexFormat.of().parseHex("c00002010102"));
        assertThat(answer.string("peers6").orElseThrow().bytes())
                .isEqualTo(HexFormat.of().parseHex("20010db8000000000000000000000001" + "0103"));
        assertThat(answer.integer("complete")).contains(1L);
        assertThat(answer.integer("incomplete")).contains(2L);
        assertThat(answer.integer("interval")).contains(120L);
        assertThat(answer.integer("min interval")).contains(60L);
    }

    @Test
    void writesPeersOutWhenItIsAsked() {
        announce("a", "port=258&left=5");
        BencodeDictionary with = peer(announce("b", "port=6881&compact=0"));
        assertThat(with.string("ip")).contains(BencodeString.of("192.0.2.1"));
        assertThat(with.integer("port")).contains(258L);
        assertThat(with.string("peer id")).contains(BencodeString.of(ID + "a"));
        assertThat(peer(announce("b", "port=6881&compact=0&no_peer_id=1")).get("peer id"))
                .isEmpty();
    }

    @Test
    void takesAPeerToBeWhereItComesFrom() {
        announce("a", "port=258&ip=203.0.113.9&ipv6=2001:db8::9");
        assertThat(peer(announce("b", "port=1&compact=0")).string("ip")).contains(BencodeString.of("192.0.2.1"));
    }

    @Test
    void letsPeersGoThatSayGoodbye() {
        announce("a", "port=258&event=started&left=1");
        announce("a", "port=258&event=completed&left=0");
        assertThat(scrape(hash).integer("downloaded")).contains(1L);
        announce("a", "port=258&event=stopped&left=0");
        assertThat(scrape(hash).integer("complete")).contains(0L);
        assertThat(announce("b", "port=1&numwant=0")
                        .string("peers")
                        .orElseThrow()
                        .length())
                .isZero();
    }

    @Test
    void saysWhyItRefuses() {
        assertThat(reason(query(KnownHashes.hash(9), "a") + "port=1")).isEqualTo("unknown info-hash");
        known.deny(7);
        assertThat(reason(query(KnownHashes.hash(7), "a") + "port=1")).isEqualTo("info-hash denied");
        for (String port : new String[] {"port=0", "port=-1", "port=65536", "port=x", "", "port=1&port=2"}) {
            assertThat(reason(query(hash, "a") + port)).as(port).isEqualTo("invalid port");
        }
        for (String odd : new String[] {
            "",
            "info_hash=abc&peer_id=" + ID + "a&port=1",
            "info_hash=" + "a".repeat(20) + "&peer_id=short&port=1",
            query(hash, "a") + query(hash, "b") + "port=1",
            "info_hash=%&port=1"
        }) {
            assertThat(reason(odd)).as(odd).isEqualTo("malformed request");
        }
    }

    @Test
    void countsSeveralSwarmsAtOnceButNotAll() {
        announce("a", "port=258&left=0");
        TrackedHash other = known.allow(2);
        BencodeDictionary files = read(door.answer("/scrape", hashes(hash) + hashes(other), HERE)
                        .join())
                .dictionary("files")
                .orElseThrow();
        assertThat(files.entries()).hasSize(2);
        assertThat(failure("/scrape", "")).isEqualTo("malformed request");
        assertThat(failure("/scrape", hashes(hash).repeat(75))).isEqualTo("malformed request");
        assertThat(failure("/scrape", "info_hash=abc")).isEqualTo("malformed request");
    }

    @Test
    void stopsToAnswerWhoAsksTooOften() {
        TestTracker strict = new TestTracker(Map.of("rate.burst", "3"));
        HttpDoor narrow = new HttpDoor(strict.tracker());
        for (int step = 0; step < 3; step++) {
            narrow.answer("/scrape", hashes(hash), HERE).join();
        }
        assertThat(read(narrow.answer("/scrape", hashes(hash), HERE).join()).string("failure reason"))
                .contains(BencodeString.of("too many requests"));
        assertThat(read(narrow.answer("/scrape", hashes(hash), SIX).join()).dictionary("files"))
                .isPresent();
    }

    @Test
    void answersInBencodeWhateverIsAsked() {
        Random random = new Random(15);
        TestTracker wide = new TestTracker(Map.of("rate.burst", "1000000"));
        HttpDoor open = new HttpDoor(wide.tracker());
        TrackedHash allowed = wide.allow(1);
        String[] names = {"info_hash", "peer_id", "port", "left", "numwant", "compact", "event", "key", "no_peer_id"};
        String[] values = {"1", "0", "-1", "99999999999999999999", "%00%ff", "started", "stopped", "", "%", "x=y"};
        for (int round = 0; round < 5000; round++) {
            StringBuilder query = new StringBuilder(random.nextInt(4) > 0 ? query(allowed, "a") : "");
            for (int part = random.nextInt(6); part > 0; part--) {
                query.append(names[random.nextInt(names.length)])
                        .append('=')
                        .append(values[random.nextInt(values.length)])
                        .append('&');
            }
            read(open.answer(random.nextBoolean() ? "/announce" : "/scrape", query.toString(), HERE)
                    .join());
        }
    }

    private String reason(String query) {
        return failure("/announce", query);
    }

    private String failure(String path, String query) {
        return read(door.answer(path, query, HERE).join())
                .string("failure reason")
                .orElseThrow()
                .toString();
    }

    private BencodeDictionary announce(String peer, String rest) {
        return read(
                door.answer("/tracker/announce", query(hash, peer) + rest, HERE).join());
    }

    private BencodeDictionary scrape(TrackedHash asked) {
        var files = read(door.answer("/scrape", hashes(asked), HERE).join())
                .dictionary("files")
                .orElseThrow()
                .entries();
        return (BencodeDictionary) files.values().iterator().next();
    }

    private static BencodeDictionary peer(BencodeDictionary answer) {
        return (BencodeDictionary)
                ((BencodeList) answer.get("peers").orElseThrow()).values().getFirst();
    }

    private static String query(TrackedHash hash, String peer) {
        return hashes(hash) + "peer_id=" + ID + peer + "&";
    }

    private static String hashes(TrackedHash hash) {
        return "info_hash=" + QueryStringTest.encode(hash.bytes(), new Random(1)) + "&";
    }

    private static BencodeDictionary read(byte[] answer) {
        return (BencodeDictionary) new BencodeDecoder(100_000, 8).decode(answer).value();
    }
}
