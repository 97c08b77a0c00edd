package dev.vireo.seeder.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExtensionsTest {

    @Test
    void tellsWhatThereIs() {
        PeerMessage.Extended handshake = Extensions.handshake(1234, 500, "Vireo");
        assertThat(handshake.id()).isZero();
        assertThat(new String(handshake.payload(), StandardCharsets.US_ASCII))
                .isEqualTo("d1:md11:ut_metadatai2ee13:metadata_sizei1234e4:reqqi500e11:upload_onlyi1e1:v5:Vireoe");
        assertThat(Extensions.metadataId(handshake.payload())).hasValue(Extensions.METADATA_ID);
    }

    @Test
    void knowsWhoDoesNotKnowOfTheInfoDictionary() {
        for (String odd : new String[] {
            "",
            "x",
            "de",
            "d1:mdee",
            "d1:md11:ut_metadatai0eee",
            "d1:md11:ut_metadatai256eee",
            "d1:md11:ut_metadatai-1eee",
            "d1:mi1ee",
            "d1:md11:ut_metadata1:2ee",
            "i3e"
        }) {
            assertThat(Extensions.metadataId(odd.getBytes(StandardCharsets.US_ASCII)))
                    .as(odd)
                    .isEmpty();
        }
    }

    @Test
    void givesTheInfoDictionaryInParts() {
        byte[] info = new byte[Extensions.METADATA_PART + 10];
        new Random(3).nextBytes(info);
        PeerMessage.Extended first = Extensions.metadata(3, info, 0);
        String head = "d8:msg_typei1e5:piecei0e10:total_sizei16394ee";
        assertThat(first.id()).isEqualTo(3);
        assertThat(text(first, head.length())).isEqualTo(head);
        assertThat(first.payload()).hasSize(head.length() + Extensions.METADATA_PART);
        PeerMessage.Extended last = Extensions.metadata(3, info, 1);
        assertThat(Arrays.copyOfRange(last.payload(), head.length(), last.payload().length))
                .isEqualTo(Arrays.copyOfRange(info, Extensions.METADATA_PART, info.length));
        assertThat(text(Extensions.metadata(3, info, 2), 100)).isEqualTo("d8:msg_typei2e5:piecei2ee");
        assertThat(text(Extensions.metadata(3, info, Integer.MAX_VALUE), 100)).startsWith("d8:msg_typei2e");
    }

    @Test
    void hearsQuestionsAlone() {
        assertThat(request("d8:msg_typei0e5:piecei7ee")).hasValue(7);
        assertThat(request("d8:msg_typei1e5:piecei7ee")).isEmpty();
        assertThat(request("d8:msg_typei0ee")).isEmpty();
        assertThat(request("d8:msg_typei0e5:piecei-1ee")).isEmpty();
        assertThat(request("d8:msg_typei0e5:piecei9999999999ee")).isEmpty();
        assertThat(request("l".repeat(1000))).isEmpty();
    }

    private static OptionalInt request(String text) {
        return Extensions.metadataRequest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(PeerMessage.Extended message, int most) {
        byte[] payload = message.payload();
        return new String(payload, 0, Math.min(most, payload.length), StandardCharsets.ISO_8859_1);
    }
}
