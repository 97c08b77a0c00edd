package dev.vireo.seeder.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.wire.HashRange;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import dev.vireo.seeder.wire.PeerMessage.HashReject;
import dev.vireo.seeder.wire.PeerMessage.HashRequest;
import dev.vireo.seeder.wire.PeerMessage.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeerQuestionsTest {
    private static final byte[] ROOT = TestTorrent.TORRENT.root();

    private final PeerQuestions questions = new PeerQuestions(TestTorrent.seeded());

    @Test
    void tellsTheInfoDictionaryToWhomItDoesNotKnow() {
        assertThat(extended(2, "d8:msg_typei0e5:piecei0ee"))
                .as("before its handshake")
                .isEmpty();
        assertThat(extended(0, "d1:md11:ut_metadatai9eee")).isEmpty();
        assertThat(extended(2, "d8:msg_typei0e5:piecei0ee"))
                .hasValueSatisfying(message -> assertThat(message).isInstanceOfSatisfying(Extended.class, answer -> {
                    assertThat(answer.id()).isEqualTo(9);
                    byte[] info = TestTorrent.TORRENT.info(TorrentForm.HYBRID);
                    assertThat(Arrays.copyOfRange(
                                    answer.payload(), answer.payload().length - info.length, answer.payload().length))
                            .isEqualTo(info);
                }));
        assertThat(extended(3, "d8:msg_typei0e5:piecei0ee"))
                .as("of another extension")
                .isEmpty();
    }

    @Test
    void tellsHashesOfTheTree() {
        assertThat(questions.hashes(new HashRequest(new HashRange(ROOT, 2, 0, 4, 3))))
                .hasValueSatisfying(message -> assertThat(message)
                        .isInstanceOfSatisfying(
                                Hashes.class,
                                found -> assertThat(Arrays.copyOf(found.hashes(), 128))
                                        .isEqualTo(Arrays.copyOf(TestTorrent.TORRENT.layer(), 128))));
        HashRange blocks = new HashRange(ROOT, 0, 0, 4, 0);
        assertThat(questions.hashes(new HashRequest(blocks))).contains(new HashReject(blocks));
        HashRange other = new HashRange(new byte[32], 2, 0, 4, 0);
        assertThat(questions.hashes(new HashRequest(other))).contains(new HashReject(other));
    }

    @Test
    void nobodyNeedsMoreAnswersThanThereArePieces() {
        HashRequest question = new HashRequest(new HashRange(ROOT, 2, 0, 4, 3));
        for (int asked = 0; asked < 120; asked++) {
            assertThat(questions.hashes(question)).isPresent();
        }
        assertThat(questions.tooMany()).isFalse();
        assertThat(questions.hashes(question)).isEmpty();
        assertThat(questions.tooMany()).isTrue();
    }

    private Optional<PeerMessage> extended(int id, String text) {
        return questions.extended(new Extended(id, text.getBytes(StandardCharsets.US_ASCII)));
    }
}
