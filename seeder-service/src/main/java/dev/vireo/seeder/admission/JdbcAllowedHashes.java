package dev.vireo.seeder.admission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of seeded files and of players' streams, each by its own index, and those that are denied. */
@Repository
class JdbcAllowedHashes implements AllowedHashes {

    private static final String UNLESS =
            " and not exists (select 1 from seeding_policy s where s.instance_id = v.instance_id and not s.%s)";
    private static final String SEEDED = " and f.state = 'DONE' and v.state = 'SEEDING'" + UNLESS.formatted("torrents");
    private static final String FILE =
            "exists (select 1 from seed_file f join seed_video v using (video_id) where " + "%s = :hash" + SEEDED + ")";
    private static final String QUESTION =
            "select case when exists (select 1 from denied_hash where hash = :hash) then 'DENIED' when "
                    + FILE.formatted("f.infohash_v1")
                    + " or "
                    + FILE.formatted("substring(f.infohash_v2 from 1 for 20)")
                    + " or "
                    + FILE.formatted("f.infohash_v1_only")
                    + " or exists (select 1 from player_hash p join seed_video v using (video_id)"
                    + " where p.hash = :hash and p.version = v.version and v.state = 'SEEDING'"
                    + UNLESS.formatted("browsers")
                    + ")"
                    + " then 'ALLOWED' else 'UNKNOWN' end";

    private final JdbcClient jdbc;

    JdbcAllowedHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HashVerdict verdict(TrackedHash hash) {
        return HashVerdict.valueOf(jdbc.sql(QUESTION)
                .param("hash", hash.bytes())
                .query(String.class)
                .single());
    }
}
