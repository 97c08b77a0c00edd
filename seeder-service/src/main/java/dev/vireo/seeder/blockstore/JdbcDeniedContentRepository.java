package dev.vireo.seeder.blockstore;

import dev.vireo.seeder.ipfs.Multihash;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of content that is denied. */
@Repository
class JdbcDeniedContentRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcDeniedContentRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The first reason stays. */
    void deny(List<DenialRule> rules, String reason, String operator, Instant now) {
        batches.batchUpdate(
                "insert into denied_content (hash, content, reason, operator, denied_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                rules.stream()
                        .map(rule -> new Object[] {rule.hash(), rule.content(), reason, operator, Timestamp.from(now)})
                        .toList());
    }

    void allow(List<DenialRule> rules) {
        batches.batchUpdate(
                "delete from denied_content where hash = ?",
                rules.stream().map(rule -> new Object[] {rule.hash()}).toList());
    }

    boolean contains(Multihash block) {
        return jdbc.sql("select exists (select 1 from denied_content where hash in (:names))")
                .param("names", DenialRule.names(block))
                .query(Boolean.class)
                .single();
    }

    List<DeniedContent.Denied> list(int limit, int offset) {
        return jdbc.sql("select content, reason, operator, denied_at from denied_content"
                        + " order by denied_at desc, hash limit ? offset ?")
                .params(limit, offset)
                .query((row, index) -> new DeniedContent.Denied(
                        row.getString("content"),
                        row.getString("reason"),
                        row.getString("operator"),
                        row.getTimestamp("denied_at").toInstant()))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from denied_content").query(Long.class).single();
    }
}
