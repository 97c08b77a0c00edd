package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.TestTracker;
import dev.vireo.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SocketPeerTest {
    private static final AddressPrefix HERE = new AddressPrefix(1);
    private static final AddressPrefix THERE = new AddressPrefix(2);
    private static final String OFFERS = ",\"offers\":[{\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0 o\",\"more\":1},"
            + "\"offer_id\":\"" + "o".repeat(20) + "\"}]";

    private final TestTracker known = new TestTracker(Map.of("rate.burst", "100000", "sockets.swarms", "3"));
    private final SocketDoor door = new SocketDoor(known.tracker(), known.properties());
    private final TrackedHash hash = known.allow(1);
    private final Browser first = new Browser(HERE, "a");
    private final Browser second = new Browser(THERE, "b");

    /** A browser as the tracker sees it, and what it was told. */
    private final class Browser {
        final List<JsonNode> told = new CopyOnWriteArrayList<>();
        final String id;
        final SocketPeer peer;

        Browser(AddressPrefix source, String letter) {
            id = "-WW0200-00000000000" + letter;
            peer = door.enter(source, message -> told.add(JsonMapper.shared().readTree(message)));
        }

        JsonNode announce(TrackedHash asked, String more) {
            int before = told.size();
            peer.receive("{\"action\":\"announce\",\"info_hash\":" + text(asked) + ",\"peer_id\":\"" + id + "\"" + more
                    + "}");
            Eventually.holds("it is told something", () -> told.size() > before);
            return told.getLast();
        }

        void answer(Browser to, String offer) {
            peer.receive("{\"action\":\"announce\",\"info_hash\":" + text(hash) + ",\"peer_id\":\"" + id
                    + "\",\"to_peer_id\":\"" + to.id + "\",\"offer_id\":\"" + offer
                    + "\",\"answer\":{\"type\":\"answer\",\"sdp\":\"v=0 a\"}}");
        }
    }

    @Test
    void takesOffersToOthersAndTheirAnswersBackOnce() {
        first.announce(hash, ",\"left\":0");
        JsonNode counted = second.announce(hash, ",\"left\":null,\"numwant\":5" + OFFERS);
        assertThat(counted.get("complete").intValue()).isEqualTo(1);
        assertThat(counted.get("incomplete").intValue()).isEqualTo(1);
        assertThat(counted.get("interval").intValue()).isEqualTo(120);
        assertThat(bytes(counted.get("info_hash").stringValue())).isEqualTo(hash.bytes());

        JsonNode offer = first.told.getLast();
        assertThat(offer.get("peer_id").stringValue()).isEqualTo(second.id);
        assertThat(offer.get("offer").toString()).isEqualTo("{\"type\":\"offer\",\"sdp\":\"v=0 o\"}");
        String id = offer.get("offer_id").stringValue();
        first.answer(second, id);
        JsonNode answer = second.told.getLast();
        assertThat(answer.get("peer_id").stringValue()).isEqualTo(first.id);
        assertThat(answer.get("offer_id").stringValue()).isEqualTo("o".repeat(20));
        assertThat(answer.get("answer").get("sdp").stringValue()).isEqualTo("v=0 a");

        int told = second.told.size();
        first.answer(second, id);
        assertThat(second.told).hasSize(told);
    }

    @Test
    void bringsNoAnswerToWhoAskedForNone() {
        first.announce(hash, "");
        second.announce(hash, "");
        int told = second.told.size();
        first.answer(second, "o".repeat(20));
        second.announce(hash, OFFERS);
        Browser stranger = new Browser(THERE, "c");
        stranger.announce(hash, "");
        stranger.answer(second, "o".repeat(20));
        assertThat(second.told).hasSize(told + 1);
    }

    @Test
    void forgetsABrowserThatIsGone() {
        first.announce(hash, "");
        second.announce(hash, OFFERS);
        first.peer.close();
        assertThat(second.announce(hash, OFFERS).get("incomplete").intValue()).isEqualTo(1);
        second.announce(hash, ",\"event\":\"stopped\"");
        assertThat(known.tracker().counts(hash).incomplete()).isZero();
    }

    @Test
    void letsNobodySpeakForAnother() {
        first.announce(hash, "");
        Browser thief = new Browser(THERE, "a");
        thief.announce(hash, "");
        int told = thief.told.size();
        second.announce(hash, OFFERS);
        assertThat(thief.told).hasSize(told);
        assertThat(first.told.getLast().has("offer")).isTrue();
        Browser again = new Browser(HERE, "a");
        again.announce(hash, "");
        first.peer.close();
        second.announce(hash, OFFERS);
        assertThat(again.told.getLast().has("offer")).isTrue();
    }

    @Test
    void saysWhyItRefuses() {
        assertThat(reason(first.announce(KnownHashes.hash(9), ""))).isEqualTo("unknown info-hash");
        known.deny(8);
        assertThat(reason(first.announce(KnownHashes.hash(8), ""))).isEqualTo("info-hash denied");
        for (int number = 10; number < 13; number++) {
            assertThat(first.announce(known.allow(number), "").has("complete")).isTrue();
        }
        assertThat(reason(first.announce(hash, ""))).isEqualTo("too many swarms");
        first.announce(known.allow(12), ",\"event\":\"stopped\"");
        assertThat(first.announce(hash, "").has("complete")).isTrue();
    }

    @Test
    void countsSwarms() {
        first.announce(hash, ",\"left\":0");
        first.peer.receive(
                "{\"action\":\"scrape\",\"info_hash\":[" + text(hash) + "," + text(KnownHashes.hash(4)) + "]}");
        JsonNode files = first.told.getLast().get("files");
        assertThat(files.size()).isEqualTo(2);
        String name = new String(hash.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(files.get(name).get("complete").intValue()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoMessage() {
        String head = "{\"action\":\"announce\",\"info_hash\":" + text(hash) + ",\"peer_id\":\"" + first.id + "\"";
        String offer = OFFERS.substring(",\"offers\":[".length(), OFFERS.length() - 1);
        for (String odd : List.of(
                "",
                "null",
                "[]",
                "\"announce\"",
                "{",
                "{}",
                "{\"action\":1}",
                "{\"action\":\"other\"}",
                "{\"action\":\"announce\"}",
                "{\"action\":\"scrape\"}",
                head + ",\"offers\":[" + (offer + ",").repeat(10) + offer + "]}",
                head + ",\"offers\":[1]}",
                head + ",\"offers\":[{\"offer\":{\"type\":\"answer\",\"sdp\":\"v\"},\"offer_id\":\"" + "o".repeat(20)
                        + "\"}]}",
                head + ",\"offers\":[{\"offer\":{\"type\":\"offer\",\"sdp\":\"v\"},\"offer_id\":\"o\"}]}",
                head + ",\"answer\":{\"type\":\"answer\",\"sdp\":\"v\"}}",
                head.replace("-WW0200-", "\u0100WW0200-") + "}",
                head + ",\"a\":" + "[".repeat(5000),
                head + ",\"left\":" + "9".repeat(5000) + "}")) {
            first.peer.receive(odd);
            assertThat(reason(first.told.getLast())).as(odd).isEqualTo("malformed request");
        }
    }

    @Test
    void survivesDamagedMessages() {
        Random random = new Random(6);
        String good = "{\"action\":\"announce\",\"info_hash\":" + text(hash) + ",\"peer_id\":\"" + first.id + "\""
                + OFFERS + ",\"numwant\":3,\"left\":1,\"event\":\"started\"}";
        String signs = "{}[]\":,\\u0e19nulltrue \u00ff\u0100";
        for (int round = 0; round < 10_000; round++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            first.peer.receive(damaged.toString());
            assertThat(known.tracker().counts(hash).incomplete()).isLessThanOrEqualTo(1);
        }
    }

    private static String reason(JsonNode message) {
        return message.path("failure reason").asString("");
    }

    private static String text(TrackedHash hash) {
        return JsonMapper.shared().writeValueAsString(new String(hash.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
