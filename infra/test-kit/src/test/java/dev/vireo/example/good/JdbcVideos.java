package dev.vireo.example.good;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;

/** Keeps R4 and R7. */
record JdbcVideos(Connection connection, Clock clock) {
    Instant time() {
        return Instant.now(clock);
    }
}
