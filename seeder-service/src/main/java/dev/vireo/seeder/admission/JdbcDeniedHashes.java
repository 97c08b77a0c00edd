package dev.vireo.seeder.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of hashes that are refused. */
@Repository
class JdbcDeniedHashes {

    private final JdbcClient jdbc;

    JdbcDeniedHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; the first reason stays. */
    void add(DeniedHash denied) {
        jdbc.sql(
                        "insert into denied_hash (hash, reason, operator, denied_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(denied.hash().bytes(), denied.reason(), denied.operator(), Timestamp.from(denied.deniedAt()))
                .update();
    }

    void remove(TrackedHash hash) {
        jdbc.sql("delete from denied_hash where hash = ?").param(hash.bytes()).update();
    }

    boolean containsAny(Collection<TrackedHash> hashes) {
        return jdbc.sql("select exists (select 1 from denied_hash where hash in (:hashes))")
                .param("hashes", hashes.stream().map(TrackedHash::bytes).toList())
                .query(Boolean.class)
                .single();
    }

    List<DeniedHash> list(int limit, int offset) {
        return jdbc.sql("select hash, reason, operator, denied_at from denied_hash"
                        + " order by denied_at desc, hash limit ? offset ?")
                .params(limit, offset)
                .query(JdbcDeniedHashes::denied)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from denied_hash").query(Long.class).single();
    }

    private static DeniedHash denied(ResultSet row, int index) throws SQLException {
        return new DeniedHash(
                TrackedHash.of(row.getBytes("hash")),
                row.getString("reason"),
                row.getString("operator"),
                row.getTimestamp("denied_at").toInstant());
    }
}
