package dev.vireo.seeder.blockstore;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.Multihash;
import dev.vireo.seeder.unixfs.ImportedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of objects and of their blocks. */
@Repository
class JdbcBlockRepository {

    /** What is read to its end, is whole, and belongs to a video that everybody may have now. */
    private static final String SERVED =
            " b join ipfs_object o using (object_no) left join seed_video v using (video_id)"
                    + " where b.digest = :digest and o.cid is not null and o.damaged_at is null"
                    + " and (o.video_id is null or v.state = 'SEEDING' and v.version = o.version) order by o.object_no limit 3";

    private static final String FIND =
            "(select o.object_no, b.bytes, null as key, null::bigint as at, null::int as length,"
                    + " null::boolean as wrapped from ipfs_node" + SERVED + ") union all "
                    + "(select o.object_no, null as bytes, o.key, b.at, b.length, b.wrapped from ipfs_leaf" + SERVED
                    + ")";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcBlockRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A leaf of an object, as it is written down. */
    record Leaf(Multihash hash, long at, int length, boolean wrapped) {}

    /** An object of a video, by its number. */
    record StoredObject(InstanceId instance, UUID videoId, ObjectKey key, Cid cid) {}

    /**
     * Begins an object of a version that is wanted; empty when it is not. Whoever else reads it cannot write any more. One that
     * was read to its end stays as it is.
     */
    @Transactional
    public Optional<Long> begin(UUID videoId, int version, ObjectKey key) {
        jdbc.sql("delete from ipfs_object where key = ? and (cid is null or damaged_at is not null)")
                .param(key.value())
                .update();
        return jdbc.sql("insert into ipfs_object (video_id, version, key) select video_id, version, ? from seed_video"
                        + " where video_id = ? and version = ? and state in ('HASHING', 'SEEDING') for share"
                        + " on conflict (key) do nothing returning object_no")
                .params(key.value(), videoId, version)
                .query(Long.class)
                .optional();
    }

    /** Begins an object anew whatever there was, in the transaction that also ends it. */
    long beginAgain(UUID videoId, int version, ObjectKey key) {
        jdbc.sql("delete from ipfs_object where key = ?").param(key.value()).update();
        return jdbc.sql("insert into ipfs_object (video_id, version, key) values (?, ?, ?) returning object_no")
                .params(videoId, version, key.value())
                .query(Long.class)
                .single();
    }

    /** An object that was read to its end. */
    Optional<Long> whole(ObjectKey key) {
        return jdbc.sql("select object_no from ipfs_object where key = ? and cid is not null")
                .param(key.value())
                .query(Long.class)
                .optional();
    }

    /** Fails when the object was begun again meanwhile, or its video is gone. */
    @Transactional
    public void add(long objectNo, List<Leaf> leaves, List<Block> nodes) {
        batches.batchUpdate(
                "insert into ipfs_leaf (digest, object_no, at, length, wrapped) values (?, ?, ?, ?, ?)",
                leaves.stream()
                        .map(leaf ->
                                new Object[] {leaf.hash().digest(), objectNo, leaf.at(), leaf.length(), leaf.wrapped()})
                        .toList());
        batches.batchUpdate(
                "insert into ipfs_node (digest, object_no, bytes) values (?, ?, ?) on conflict do nothing",
                nodes.stream()
                        .map(node -> new Object[] {node.cid().hash().digest(), objectNo, node.bytes()})
                        .toList());
    }

    /** The object is read to its end; false when it was begun again meanwhile, or another was made of it before. */
    boolean complete(long objectNo, ImportedEntry entry) {
        return jdbc.sql("update ipfs_object set cid = ?, total_size = ? where object_no = ?"
                                + " and (cid is null or cid = ?)")
                        .params(
                                entry.root().bytes(),
                                entry.size(),
                                objectNo,
                                entry.root().bytes())
                        .update()
                == 1;
    }

    /** True for the first who says so. */
    boolean damaged(long objectNo, Instant now) {
        return jdbc.sql("update ipfs_object set damaged_at = ? where object_no = ? and damaged_at is null")
                        .params(Timestamp.from(now), objectNo)
                        .update()
                == 1;
    }

    /** The object of a video; empty when it is of none, or gone. */
    Optional<StoredObject> object(long objectNo) {
        return jdbc.sql(
                        "select v.instance_id, o.video_id, o.key, o.cid from ipfs_object o join seed_video v using (video_id)"
                                + " where o.object_no = ?")
                .param(objectNo)
                .query((row, index) -> new StoredObject(
                        new InstanceId(row.getString("instance_id")),
                        row.getObject("video_id", UUID.class),
                        new ObjectKey(row.getString("key")),
                        Cid.of(row.getBytes("cid"))))
                .optional();
    }

    Optional<ImportedEntry> entry(ObjectKey key) {
        return jdbc.sql("select cid, total_size from ipfs_object where key = ? and cid is not null")
                .param(key.value())
                .query((row, index) -> new ImportedEntry(Cid.of(row.getBytes("cid")), row.getLong("total_size")))
                .optional();
    }

    void removeAll(UUID videoId) {
        jdbc.sql("delete from ipfs_object where video_id = ?").param(videoId).update();
    }

    /** Some places where a block is; the same bytes may be of several objects. */
    List<LocatedBlock> find(Multihash hash) {
        return jdbc.sql(FIND)
                .param("digest", hash.digest())
                .query((row, index) -> located(row))
                .list();
    }

    private static LocatedBlock located(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("bytes");
        LocatedBlock.Place place = bytes != null
                ? new LocatedBlock.Here(bytes)
                : new LocatedBlock.InOrigin(
                        new ObjectKey(row.getString("key")),
                        row.getLong("at"),
                        row.getInt("length"),
                        row.getBoolean("wrapped"));
        return new LocatedBlock(row.getLong("object_no"), place);
    }
}
