package dev.vireo.seeder.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.TestClock;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessage.Cancel;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import dev.vireo.seeder.wire.PeerMessage.Piece;
import dev.vireo.seeder.wire.PeerMessage.Reject;
import dev.vireo.seeder.wire.PeerMessage.Request;
import dev.vireo.seeder.wire.PeerMessage.Signal;
import dev.vireo.seeder.wire.PieceBlock;
import dev.vireo.testkit.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PeerSessionTest {
    private static final PieceLength LENGTH = TestTorrent.LENGTH;
    private static final byte[] FILE = TestTorrent.FILE;

    private final MemoryOrigin origin = new MemoryOrigin();
    private final SwarmProperties properties =
            TestTorrent.properties("slots.count=1", "connections.requests=8", "reads.range=64KB");
    private final UploadSlots slots = new UploadSlots(properties, new TestClock());
    private final OriginRanges ranges = new OriginRanges(origin.store(), properties);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<PeerSession> ended = new ArrayList<>();
    private final RecordingLine line = new RecordingLine();

    PeerSessionTest() {
        origin.put(TestTorrent.KEY, FILE);
    }

    @AfterEach
    void end() {
        line.close();
        ranges.destroy();
    }

    @Test
    void tellsThatItHasEverything() {
        session(true, true);
        List<PeerMessage> sent = sent(2);
        assertThat(sent.getFirst()).isEqualTo(Signal.HAVE_ALL);
        assertThat(new String(((Extended) sent.get(1)).payload(), StandardCharsets.ISO_8859_1))
                .contains("13:metadata_sizei" + TestTorrent.TORRENT.info(TorrentForm.HYBRID).length + "e")
                .contains("4:reqqi8e");
    }

    @Test
    void tellsWhoKnowsNoExtensionByBits() {
        session(false, false);
        assertThat(sent(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        PeerMessage.Bitfield.class,
                        bits -> assertThat(bits.bits()).containsExactly(0xff, 0xff, 0xf0));
    }

    @Test
    void givesEveryByteOfTheFileInTheOrderOfTheRequests() {
        PeerSession session = session(true, false);
        take(session, Signal.INTERESTED);
        assertThat(sent(2)).contains(Signal.UNCHOKE);
        for (int piece = 0; piece < 20; piece++) {
            int length = Math.min(LENGTH.bytes(), FILE.length - piece * LENGTH.bytes());
            for (int begin = 0; begin < length; begin += PieceLength.BLOCK) {
                take(session, new Request(new PieceBlock(piece, begin, Math.min(PieceLength.BLOCK, length - begin))));
                int blocks = piece * 4 + begin / PieceLength.BLOCK + 1;
                sent(2 + blocks);
            }
        }
        assertThat(received()).isEqualTo(FILE);
        assertThat(registry.counter("vireo.swarm.seeded").count()).isEqualTo(FILE.length);
    }

    @Test
    void aBlockMayLieInTwoRanges() {
        PeerSession session = unchoked();
        // Of the length of a range and not where one begins.
        take(session, new Request(new PieceBlock(0, 1000, LENGTH.bytes() - 1000)));
        sent(3);
        take(session, new Request(new PieceBlock(1, 1, PieceLength.BLOCK)));
        sent(4);
        assertThat(piece(2)).isEqualTo(Arrays.copyOfRange(FILE, 1000, LENGTH.bytes()));
        assertThat(piece(3))
                .isEqualTo(Arrays.copyOfRange(FILE, LENGTH.bytes() + 1, LENGTH.bytes() + 1 + PieceLength.BLOCK));
    }

    @Test
    void refusesWhatIsNotThereAndInTheEndThePeer() {
        PeerSession session = unchoked();
        PieceBlock[] wrong = {
            new PieceBlock(20, 0, 100),
            new PieceBlock(-1, 0, 100),
            new PieceBlock(0, -1, 100),
            new PieceBlock(0, 0, 0),
            new PieceBlock(0, 0, -1),
            new PieceBlock(0, 0, 128 * 1024 + 1),
            new PieceBlock(0, LENGTH.bytes(), 1),
            new PieceBlock(19, LENGTH.bytes() - 5000, 1),
            new PieceBlock(0, 1, LENGTH.bytes()),
            new PieceBlock(0, Integer.MAX_VALUE, Integer.MAX_VALUE)
        };
        for (PieceBlock block : wrong) {
            take(session, new Request(block));
        }
        assertThat(sent(2 + wrong.length).subList(2, 2 + wrong.length))
                .isEqualTo(Arrays.stream(wrong).map(Reject::new).toList());
        for (int more = 0; more < 200; more++) {
            take(session, new Request(wrong[0]));
        }
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.ABUSE);
    }

    @Test
    void nobodyGetsAnythingBeforeItsTurn() {
        UploadSlots.Waiting other = new UploadSlots.Waiting() {
            @Override
            public AddressPrefix address() {
                return new AddressPrefix(9);
            }

            @Override
            public void changed() {}
        };
        slots.ask(other);
        PeerSession session = session(true, false);
        take(session, Signal.INTERESTED);
        PieceBlock block = new PieceBlock(0, 0, 100);
        take(session, new Request(block));
        assertThat(sent(2).getLast()).isEqualTo(new Reject(block));
        slots.leave(other);
        assertThat(sent(3).getLast()).isEqualTo(Signal.UNCHOKE);
    }

    @Test
    void aSlowPeerGetsNoMoreThanItTakesAndCannotAskForEverything() {
        PeerSession session = unchoked();
        line.writable(false);
        for (int block = 0; block < 10; block++) {
            take(session, new Request(new PieceBlock(block, 0, 100)));
        }
        // Eight may wait.
        assertThat(sent(4).subList(2, 4))
                .containsExactly(new Reject(new PieceBlock(8, 0, 100)), new Reject(new PieceBlock(9, 0, 100)));
        take(session, new Cancel(new PieceBlock(3, 0, 100)));
        assertThat(sent(5).getLast()).isEqualTo(new Reject(new PieceBlock(3, 0, 100)));
        line.writable(true);
        line.execute(session::writable);
        assertThat(sent(12).subList(5, 12))
                .extracting(message -> ((Piece) message).block().piece())
                .containsExactly(0, 1, 2, 4, 5, 6, 7);
    }

    @Test
    void waitsForAnOriginThatIsAway() {
        PeerSession session = unchoked();
        origin.away(true);
        take(session, new Request(new PieceBlock(0, 0, 100)));
        Eventually.holds(
                "it stalls", () -> registry.counter("vireo.swarm.stalled").count() == 1);
        line.passTime();
        Eventually.holds("again", () -> registry.counter("vireo.swarm.stalled").count() == 2);
        origin.away(false);
        line.passTime();
        assertThat(sent(3).getLast()).isInstanceOf(Piece.class);
        assertThat(line.cause()).isNull();
        origin.remove(TestTorrent.KEY);
        take(session, new Request(new PieceBlock(19, 0, 100)));
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.UNKNOWN);
    }

    @Test
    void answersWhoHasNoTorrentAndNotForEver() {
        PeerSession session = session(true, true);
        take(session, new Extended(0, "d1:md11:ut_metadatai9eee".getBytes(StandardCharsets.US_ASCII)));
        take(session, new Extended(2, "d8:msg_typei0e5:piecei0ee".getBytes(StandardCharsets.US_ASCII)));
        assertThat(sent(3).getLast())
                .isInstanceOfSatisfying(
                        Extended.class, answer -> assertThat(answer.id()).isEqualTo(9));
        for (int more = 0; more < 200; more++) {
            take(session, new Extended(2, "d8:msg_typei0e5:piecei0ee".getBytes(StandardCharsets.US_ASCII)));
        }
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.ABUSE);
    }

    @Test
    void whoeverChangesItsMindHasOneTimer() {
        PeerSession session = session(true, false);
        for (int time = 0; time < 100; time++) {
            take(session, Signal.INTERESTED);
            take(session, Signal.NOT_INTERESTED);
        }
        take(session, Signal.INTERESTED);
        // What was taken back before it was told is not told.
        assertThat(sent(2)).containsExactly(Signal.HAVE_ALL, Signal.UNCHOKE);
        assertThat(line.waiting()).isEqualTo(1);
        assertThat(slots.servedNow()).isEqualTo(1);
    }

    @Test
    void whoHasEverythingIsLetGo() {
        take(session(true, false), Signal.HAVE_ALL);
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.COMPLETE);
    }

    @Test
    void whoWantsNothingIsLetGo() {
        session(true, false);
        sent(1);
        line.passTime();
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.IDLE);
    }

    @Test
    void whoSendsPiecesIsLetGo() {
        take(session(true, false), new PeerMessage.Other(7));
        Eventually.holds("it is closed", () -> line.cause() == CloseCause.MALFORMED);
    }

    @Test
    void givesItsSlotBackOnce() {
        PeerSession session = unchoked();
        assertThat(slots.servedNow()).isEqualTo(1);
        line.execute(session::closed);
        line.execute(session::closed);
        Eventually.holds("the slot is free", () -> slots.servedNow() == 0 && ended.size() == 1);
    }

    private PeerSession unchoked() {
        PeerSession session = session(true, false);
        take(session, Signal.INTERESTED);
        assertThat(sent(2).getLast()).isEqualTo(Signal.UNCHOKE);
        return session;
    }

    private PeerSession session(boolean fast, boolean extensions) {
        PeerSession session = new PeerSession(
                line,
                TestTorrent.seeded(),
                new PeerSession.Peer(new AddressPrefix(1), fast, extensions),
                new PeerSession.Services(ranges, slots, new SwarmMeters(registry, slots), properties, ended::add));
        line.execute(session::open);
        return session;
    }

    private void take(PeerSession session, PeerMessage message) {
        line.execute(() -> session.take(message));
    }

    private List<PeerMessage> sent(int count) {
        return Eventually.until("what is sent", line::sent, sent -> sent.size() >= count);
    }

    private byte[] piece(int at) {
        ByteBuffer bytes = ((Piece) line.sent().get(at)).bytes().duplicate();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private byte[] received() {
        ByteBuffer all = ByteBuffer.allocate(FILE.length);
        line.sent().stream()
                .filter(Piece.class::isInstance)
                .map(Piece.class::cast)
                .forEach(piece -> all.position(piece.block().piece() * LENGTH.bytes()
                                + piece.block().begin())
                        .put(piece.bytes().duplicate()));
        return all.array();
    }
}
