package dev.vireo.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void aDatabaseThatIsAwayPasses(String state) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("away", state)));

        assertThat(Outages.of(failure))
                .hasValueSatisfying(outage -> assertThat(outage.code()).isEqualTo(KitErrorCode.UNAVAILABLE));
        assertThat(Outages.of(new SQLTransientConnectionException("no connection in time")))
                .isPresent();
    }

    @Test
    void defectsOfOursDoNot() {
        assertThat(Outages.of(new SQLException("syntax error", "42601"))).isEmpty();
        assertThat(Outages.of(new SQLException("no state"))).isEmpty();
        assertThat(Outages.of(new IllegalStateException())).isEmpty();
    }
}
