package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QueryStringTest {
    private static final int ROUNDS = 5000;

    @Test
    void decodesEveryByteHoweverItIsWritten() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[20];
            random.nextBytes(bytes);
            QueryString query = QueryString.parse("a=1&info_hash=" + encode(bytes, random) + "&left=0")
                    .orElseThrow();
            assertThat(query.bytes("info_hash"))
                    .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes));
            assertThat(query.number("left")).contains(0L);
        }
    }

    @Test
    void keepsAllValuesAndTakesNoneForOneThatStandsTwice() {
        QueryString query = QueryString.parse("a=1&a=2&&b&c=&=x&d=z").orElseThrow();
        assertThat(query.all("a")).hasSize(2);
        assertThat(query.bytes("a")).isEmpty();
        assertThat(query.text("b")).contains("");
        assertThat(query.text("c")).contains("");
        assertThat(query.text("e")).isEmpty();
        assertThat(query.number("d")).isEmpty();
        assertThat(query.text("d")).contains("z");
    }

    @Test
    void refusesWhatIsNoQuery() {
        for (String odd :
                new String[] {"a=%", "a=%1", "a=%zz", "a=%1g", "%=1", "a=%-1", "a=\u0105", "a=%\uff11\uff11"}) {
            assertThat(QueryString.parse(odd)).as(odd).isEmpty();
        }
        assertThat(QueryString.parse("a=1&".repeat(201))).isEmpty();
        assertThat(QueryString.parse("")).isPresent();
    }

    @Test
    void neverFailsWhateverComes() {
        Random random = new Random(4);
        String signs = "%&=+aZ09\0\u00ff\u0100;#?info_hash";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int sign = random.nextInt(60); sign > 0; sign--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            QueryString.parse(text.toString()).ifPresent(query -> query.number("info_hash"));
        }
    }

    /** Some bytes as they are, where that is allowed; others in either case. */
    static String encode(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            String plain = new String(new byte[] {each}, StandardCharsets.ISO_8859_1);
            if (plain.matches("[A-Za-z0-9._~-]") && random.nextBoolean()) {
                text.append(plain);
            } else {
                text.append(String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", each & 0xff));
            }
        }
        return text.toString();
    }
}
