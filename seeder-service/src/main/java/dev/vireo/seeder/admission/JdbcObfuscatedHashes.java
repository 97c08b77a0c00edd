package dev.vireo.seeder.admission;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of files, each by the index over its obfuscated form. */
@Repository
class JdbcObfuscatedHashes {

    private static final String ONE =
            "(select %1$s from seed_file where" + " digest('req2'::bytea || %1$s, 'sha1') = :obfuscated limit 1)";
    private static final String QUESTION = "select coalesce("
            + String.join(
                    ", ",
                    ONE.formatted("infohash_v1"),
                    ONE.formatted("substring(infohash_v2 from 1 for 20)"),
                    ONE.formatted("infohash_v1_only"))
            + ") as hash";

    private final JdbcClient jdbc;

    JdbcObfuscatedHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrackedHash> find(byte[] obfuscated) {
        return jdbc.sql(QUESTION)
                .param("obfuscated", obfuscated)
                .query((row, index) -> Optional.ofNullable(row.getBytes("hash")).map(TrackedHash::of))
                .single();
    }
}
