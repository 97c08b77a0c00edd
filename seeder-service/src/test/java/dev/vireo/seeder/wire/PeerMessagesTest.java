package dev.vireo.seeder.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PeerMessagesTest {
    private static final PieceBlock BLOCK = new PieceBlock(1, 16384, 16384);
    private static final HashRange RANGE = new HashRange(new byte[32], 4, 8, 4, 2);

    @Test
    void writesAsTheStandardHasIt() {
        assertThat(hex(PeerMessage.Signal.UNCHOKE)).isEqualTo("0000000101");
        assertThat(hex(PeerMessage.Signal.HAVE_ALL)).isEqualTo("000000010e");
        assertThat(hex(new PeerMessage.KeepAlive())).isEqualTo("00000000");
        assertThat(hex(new PeerMessage.Have(258))).isEqualTo("000000050400000102");
        assertThat(hex(new PeerMessage.Request(BLOCK))).isEqualTo("0000000d06000000010000400000004000");
        assertThat(hex(new PeerMessage.Reject(BLOCK))).isEqualTo("0000000d10000000010000400000004000");
        assertThat(hex(new PeerMessage.Extended(3, new byte[] {1}))).isEqualTo("00000003140301");
        assertThat(hex(new PeerMessage.HashReject(RANGE)))
                .isEqualTo("0000003117" + "00".repeat(32) + "00000004000000080000000400000002");
        assertThat(hex(new PeerMessage.Hashes(RANGE, new byte[] {7})))
                .isEqualTo("0000003216" + "00".repeat(32) + "0000000400000008000000040000000207");
        // The bytes of a piece follow their head.
        assertThat(hex(new PeerMessage.Piece(BLOCK, ByteBuffer.allocate(5)))).isEqualTo("0000000e070000000100004000");
    }

    @Test
    void readsWhatItWrites() {
        List<PeerMessage> messages = List.of(
                PeerMessage.Signal.CHOKE,
                PeerMessage.Signal.INTERESTED,
                PeerMessage.Signal.HAVE_NONE,
                new PeerMessage.KeepAlive(),
                new PeerMessage.Have(7),
                new PeerMessage.Request(BLOCK),
                new PeerMessage.Cancel(BLOCK),
                new PeerMessage.Reject(BLOCK),
                new PeerMessage.HashRequest(RANGE),
                new PeerMessage.Other(9));
        assertThat(messages)
                .allSatisfy(message ->
                        assertThat(body(PeerMessages.encode(message))).isEqualTo(message));
        assertThat(body(PeerMessages.encode(new PeerMessage.Bitfield(new byte[] {1, 2}))))
                .isInstanceOfSatisfying(
                        PeerMessage.Bitfield.class,
                        found -> assertThat(found.bits()).containsExactly(1, 2));
    }

    @Test
    void refusesWhatHasAnotherLength() {
        for (String malformed : List.of("0000", "06", "06000000010000400000", "15ff", "0400", "14", "0e00")) {
            assertThatThrownBy(() ->
                            PeerMessages.decode(ByteBuffer.wrap(HexFormat.of().parseHex(malformed))))
                    .as(malformed)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void anyBytesAreAMessageOrRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(70)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) random.nextInt(26);
            }
            try {
                assertThat(PeerMessages.decode(ByteBuffer.wrap(bytes))).isNotNull();
            } catch (MalformedMessageException refused) {
                assertThat(refused).hasMessageContaining("essage");
            }
        }
    }

    @Test
    void aHandshakeIsTheSameOnBothSides() {
        byte[] hash = new byte[20];
        hash[3] = 4;
        Handshake own =
                new Handshake(true, true, true, hash, "-VI0100-abcdefghijkl".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bytes = own.encode();
        assertThat(HexFormat.of().formatHex(bytes(bytes.duplicate()), 0, 28))
                .isEqualTo("13426974546f7272656e742070726f746f636f6c0000000000100014");
        assertThat(Handshake.begins(bytes)).isTrue();
        assertThat(Handshake.decode(bytes)).usingRecursiveComparison().isEqualTo(own);
        assertThat(Handshake.begins(ByteBuffer.wrap(new byte[] {19, 'B'}))).isTrue();
        assertThat(Handshake.begins(ByteBuffer.wrap(new byte[] {19, 'b'}))).isFalse();
        assertThatThrownBy(() -> Handshake.decode(ByteBuffer.allocate(68)))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Handshake.decode(own.encode().limit(67)))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static String hex(PeerMessage message) {
        return HexFormat.of().formatHex(bytes(PeerMessages.encode(message)));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] all = new byte[buffer.remaining()];
        buffer.get(all);
        return all;
    }

    private static PeerMessage body(ByteBuffer message) {
        assertThat(message.getInt()).isEqualTo(message.remaining());
        return PeerMessages.decode(message);
    }
}
