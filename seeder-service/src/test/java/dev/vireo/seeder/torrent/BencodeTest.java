package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BencodeTest {
    private static final int ROUNDS = 2000;
    private static final int DEEPEST = 8;

    private final BencodeDecoder decoder = new BencodeDecoder(64 * 1024, DEEPEST);

    @Test
    void readsTheExamplesOfTheStandard() {
        assertThat(read("4:spam")).isEqualTo(BencodeString.of("spam"));
        assertThat(read("i-3e")).isEqualTo(new BencodeInteger(-3));
        assertThat(read("l4:spam4:eggse")).isEqualTo(BencodeList.of(List.of("spam", "eggs")));
        assertThat(read("d3:cow3:moo4:spam4:eggse"))
                .isEqualTo(BencodeDictionary.of(Map.of(
                        BencodeString.of("cow"), BencodeString.of("moo"),
                        BencodeString.of("spam"), BencodeString.of("eggs"))));
    }

    @Test
    void refusesWhatIsNotTheOneFormOfAValue() {
        for (String malformed : List.of(
                "",
                "i",
                "ie",
                "i-e",
                "i03e",
                "i-0e",
                "i00e",
                "i1",
                "i+1e",
                "i 1e",
                "i1-e",
                "i9223372036854775808e",
                "03:abc",
                "-1:a",
                "3:ab",
                "3",
                "99999999999:a",
                "a",
                "e",
                "l",
                "li1e",
                "d",
                "d1:a",
                "d1:ae",
                "di1ei1ee",
                "d1:bi1e1:ai1ee",
                "d1:ai1e1:ai1ee",
                "i1ei2e",
                "0:0:",
                "i1e\n",
                ":",
                "1:",
                "18446744073709551617:a")) {
            assertThatThrownBy(() -> read(malformed)).as(malformed).isInstanceOf(MalformedTorrentException.class);
        }
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        assertThat(read("l".repeat(DEEPEST) + "e".repeat(DEEPEST))).isInstanceOf(BencodeList.class);
        assertThatThrownBy(() -> read("l".repeat(DEEPEST + 1) + "e".repeat(DEEPEST + 1)))
                .hasMessageContaining("in one another");
        assertThatThrownBy(() -> read("l".repeat(60_000))).isInstanceOf(MalformedTorrentException.class);
        assertThatThrownBy(() -> read("65532:" + "a".repeat(65_532))).hasMessageContaining("More than");
    }

    @Test
    void ordersKeysByUnsignedBytes() {
        BencodeString high = BencodeString.of(new byte[] {(byte) 0xff});
        Map<BencodeString, BencodeValue> entries =
                Map.of(high, new BencodeInteger(1), BencodeString.of("a"), new BencodeInteger(2));

        byte[] encoded = Bencode.encode(BencodeDictionary.of(entries));

        assertThat(encoded[3]).isEqualTo((byte) 'a');
        assertThat(decoder.decode(encoded).value()).isEqualTo(BencodeDictionary.of(entries));
    }

    @Test
    void saysWhereTheValuesOfTheOutermostDictionaryStand() {
        var decoded = decoder.decode(bytes("d1:ai7e4:infod1:xi1ee1:zlee"));

        assertThat(decoded.spans())
                .containsEntry(BencodeString.of("info"), new BencodeDecoder.Span(13, 21))
                .containsOnlyKeys(BencodeString.of("a"), BencodeString.of("info"), BencodeString.of("z"));
    }

    @Test
    void readsWhateverItWrites() {
        Random random = new Random(52);
        for (int round = 0; round < ROUNDS; round++) {
            BencodeValue value = value(random, 0);
            byte[] encoded = Bencode.encode(value);
            assertThat(decoder.decode(encoded).value()).isEqualTo(value);
        }
    }

    @Test
    void takesDamagedBytesForMalformedOrForAnotherValueInItsOneForm() {
        Random random = new Random(53);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(random, Bencode.encode(value(random, 0)));
            try {
                BencodeValue read = decoder.decode(damaged).value();
                assertThat(Bencode.encode(read)).isEqualTo(damaged);
            } catch (MalformedTorrentException malformed) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 4);
    }

    private static byte[] damage(Random random, byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int change = 0; change <= random.nextInt(3); change++) {
            damaged[random.nextInt(damaged.length)] = random.nextBoolean()
                    ? (byte) random.nextInt()
                    : (byte) "0123456789:-ilde".charAt(random.nextInt(16));
        }
        return damaged;
    }

    private static BencodeValue value(Random random, int depth) {
        return switch (random.nextInt(depth < DEEPEST - 1 ? 4 : 2)) {
            case 0 -> string(random);
            case 1 -> new BencodeInteger(random.nextLong() >> random.nextInt(64));
            case 2 -> {
                List<BencodeValue> values = new ArrayList<>();
                for (int element = random.nextInt(4); element > 0; element--) {
                    values.add(value(random, depth + 1));
                }
                yield new BencodeList(values);
            }
            default -> {
                Map<BencodeString, BencodeValue> entries = new HashMap<>();
                for (int entry = random.nextInt(4); entry > 0; entry--) {
                    entries.put(string(random), value(random, depth + 1));
                }
                yield BencodeDictionary.of(entries);
            }
        };
    }

    private static BencodeString string(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 300 : 12)];
        random.nextBytes(bytes);
        return BencodeString.of(bytes);
    }

    private BencodeValue read(String text) {
        return decoder.decode(bytes(text)).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
