package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.TestTracker;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UdpDoorTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::1");
    private static final int TRANSACTION = 0x01020304;

    private final TestTracker known = new TestTracker(Map.of("rate.burst", "100000"));
    private final UdpDoor door = new UdpDoor(known.tracker(), known.clock());
    private final TrackedHash hash = known.allow(1);

    @Test
    void tellsPeersOfOneKindOfAddress() {
        announce(HERE, 1, 0, 258);
        announce(SIX, 2, 5, 259);
        ByteBuffer answer = announce(THERE, 3, 5, 260);
        assertThat(answer.getInt()).isEqualTo(UdpDoor.ANNOUNCE);
        assertThat(answer.getInt()).isEqualTo(TRANSACTION);
        assertThat(answer.getInt()).isEqualTo(120);
        assertThat(answer.getInt()).isEqualTo(2);
        assertThat(answer.getInt()).isEqualTo(1);
        assertThat(answer.remaining()).isEqualTo(6);
        assertThat(answer.getInt()).isEqualTo(0xc0000201);
        assertThat(answer.getShort()).isEqualTo((short) 258);
        ByteBuffer six = announce(InetAddress.ofLiteral("2001:db8::2"), 4, 5, 261);
        assertThat(six.remaining()).isEqualTo(20 + 18);
    }

    @Test
    void countsSwarms() {
        announce(HERE, 1, 0, 258);
        ByteBuffer answer = ask(
                HERE,
                request(HERE, UdpDoor.SCRAPE, 2)
                        .put(hash.bytes())
                        .put(KnownHashes.hash(5).bytes()));
        assertThat(answer.getInt()).isEqualTo(UdpDoor.SCRAPE);
        assertThat(answer.getInt()).isEqualTo(TRANSACTION);
        assertThat(answer.getInt()).isEqualTo(1);
        assertThat(answer.getInt()).isZero();
        assertThat(answer.getInt()).isZero();
        assertThat(answer.remaining()).isEqualTo(12);
        ByteBuffer many = request(HERE, UdpDoor.SCRAPE, 75);
        for (int each = 0; each < 75; each++) {
            many.put(hash.bytes());
        }
        assertThat(error(ask(HERE, many))).isEqualTo("malformed request");
        assertThat(error(ask(HERE, request(HERE, UdpDoor.SCRAPE, 0)))).isEqualTo("malformed request");
    }

    @Test
    void aConnectionIsOfItsAddressAndEnds() {
        long id = connect(HERE);
        ConnectionIds ids = new ConnectionIds(known.clock());
        assertThat(ids.holds(id, HERE)).isFalse();
        long own = ids.issue(HERE);
        assertThat(ids.holds(own, HERE)).isTrue();
        assertThat(ids.holds(own, THERE)).isFalse();
        known.clock().move(Duration.ofMinutes(1));
        assertThat(ids.holds(own, HERE)).isTrue();
        known.clock().move(Duration.ofMinutes(1));
        assertThat(ids.holds(own, HERE)).isFalse();
        ByteBuffer late = packet(id, UdpDoor.ANNOUNCE, 82).put(new byte[82]);
        assertThat(error(ask(HERE, late))).isEqualTo("connect first");
        assertThat(ask(HERE, packet(id, UdpDoor.ANNOUNCE, 0)).remaining()).isZero();
    }

    @Test
    void saysWhyItRefuses() {
        assertThat(error(announce(HERE, KnownHashes.hash(9), 1, 0, 258))).isEqualTo("unknown info-hash");
        known.deny(8);
        assertThat(error(announce(HERE, KnownHashes.hash(8), 1, 0, 258))).isEqualTo("info-hash denied");
        assertThat(error(announce(HERE, 1, 0, 0))).isEqualTo("invalid port");
        assertThat(error(ask(HERE, request(HERE, UdpDoor.ANNOUNCE, 1).put(hash.bytes()))))
                .isEqualTo("malformed request");
        assertThat(error(ask(HERE, request(HERE, 7, 1)))).isEqualTo("malformed request");
    }

    @Test
    void isSilentToWhoAsksTooOften() {
        TestTracker strict = new TestTracker(Map.of("rate.burst", "2"));
        UdpDoor narrow = new UdpDoor(strict.tracker(), strict.clock());
        long id = ByteBuffer.wrap(narrow.answer(connectPacket(), HERE).join()).getLong(8);
        int answered = 0;
        for (int step = 0; step < 10_000; step++) {
            ByteBuffer scrape = packet(id, UdpDoor.SCRAPE, 20).put(hash.bytes()).flip();
            answered += narrow.answer(scrape, HERE).join().length > 0 ? 1 : 0;
        }
        assertThat(answered).isEqualTo(2);
    }

    @Test
    void givesNoMoreThanItGotToWhoHasNotConnected() {
        Random random = new Random(15);
        for (int round = 0; round < 20_000; round++) {
            byte[] packet = new byte[random.nextInt(150)];
            random.nextBytes(packet);
            if (packet.length >= 16) {
                ByteBuffer head = ByteBuffer.wrap(packet);
                head.putLong(0, random.nextBoolean() ? UdpDoor.MAGIC : random.nextLong());
                head.putInt(8, random.nextInt(5));
            }
            assertThat(door.answer(ByteBuffer.wrap(packet), HERE).join()).hasSizeLessThanOrEqualTo(packet.length);
        }
    }

    @Test
    void answersWhateverIsAskedOnAConnection() {
        Random random = new Random(16);
        long id = connect(HERE);
        for (int round = 0; round < 20_000; round++) {
            byte[] packet = new byte[16 + random.nextInt(200)];
            random.nextBytes(packet);
            ByteBuffer head = ByteBuffer.wrap(packet).putLong(id).putInt(1 + random.nextInt(5));
            if (random.nextBoolean() && packet.length >= 36) {
                head.putInt(TRANSACTION).put(hash.bytes());
            }
            byte[] answer = door.answer(ByteBuffer.wrap(packet), HERE).join();
            assertThat(answer).hasSizeLessThanOrEqualTo(1200);
            assertThat(answer).hasSizeGreaterThanOrEqualTo(8);
            assertThat(ByteBuffer.wrap(answer).getInt(4))
                    .isEqualTo(ByteBuffer.wrap(packet).getInt(12));
        }
    }

    private ByteBuffer announce(InetAddress from, int peer, long left, int port) {
        return announce(from, hash, peer, left, port);
    }

    private ByteBuffer announce(InetAddress from, TrackedHash asked, int peer, long left, int port) {
        return ask(
                from,
                packet(connect(from), UdpDoor.ANNOUNCE, 82)
                        .put(asked.bytes())
                        .put(new PeerId(0, 0, peer).bytes())
                        .putLong(0)
                        .putLong(left)
                        .putLong(0)
                        .putInt(2)
                        .putInt(0x01010101)
                        .putInt(peer)
                        .putInt(-1)
                        .putShort((short) port));
    }

    private ByteBuffer request(InetAddress from, int action, int hashes) {
        return packet(connect(from), action, hashes * TrackedHash.BYTES);
    }

    private ByteBuffer ask(InetAddress from, ByteBuffer packet) {
        packet.flip();
        return ByteBuffer.wrap(door.answer(packet, from).join());
    }

    private long connect(InetAddress from) {
        ByteBuffer answer = ByteBuffer.wrap(door.answer(connectPacket(), from).join());
        assertThat(answer.remaining()).isEqualTo(16);
        assertThat(answer.getInt()).isZero();
        assertThat(answer.getInt()).isEqualTo(TRANSACTION);
        return answer.getLong();
    }

    private static ByteBuffer connectPacket() {
        return packet(UdpDoor.MAGIC, UdpDoor.CONNECT, 0).flip();
    }

    private static ByteBuffer packet(long connection, int action, int more) {
        return ByteBuffer.allocate(16 + more).putLong(connection).putInt(action).putInt(TRANSACTION);
    }

    private static String error(ByteBuffer answer) {
        assertThat(answer.getInt()).isEqualTo(UdpDoor.ERROR);
        assertThat(answer.getInt()).isEqualTo(TRANSACTION);
        byte[] words = new byte[answer.remaining()];
        answer.get(words);
        return new String(words, StandardCharsets.US_ASCII);
    }
}
