package dev.vireo.seeder.admission;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of policies. */
@Repository
class JdbcSeedingPolicies {

    private final JdbcClient jdbc;

    JdbcSeedingPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(SeedingPolicy policy) {
        jdbc.sql("insert into seeding_policy (instance_id, torrents, peer_wire, browsers, rate) values (?, ?, ?, ?, ?)"
                        + " on conflict (instance_id) do update set torrents = excluded.torrents,"
                        + " peer_wire = excluded.peer_wire, browsers = excluded.browsers, rate = excluded.rate")
                .params(
                        policy.instance().value(),
                        policy.torrents(),
                        policy.peerWire(),
                        policy.browsers(),
                        policy.rate())
                .update();
    }

    List<SeedingPolicy> all() {
        return jdbc.sql("select instance_id, torrents, peer_wire, browsers, rate from seeding_policy")
                .query((row, index) -> new SeedingPolicy(
                        new InstanceId(row.getString("instance_id")),
                        row.getBoolean("torrents"),
                        row.getBoolean("peer_wire"),
                        row.getBoolean("browsers"),
                        row.getLong("rate")))
                .list();
    }
}
