package dev.vireo.seeder.unixfs;

import com.google.common.hash.Hashing;
import com.google.protobuf.ByteString;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.DagNode;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides a large directory among shards by the hashes of its names: 8 bits choose the place in the first, the next 8 bits
 * in the one below where names meet (a hash array mapped trie; specs.ipfs.tech/unixfs).
 */
final class HamtImporter {

    private static final int FANOUT = 256;
    private static final int BITS = 8;
    private static final int LAST_PLACE = FANOUT - 1;

    private final ImportProfile profile;
    private final BlockSink blocks;

    HamtImporter(ImportProfile profile, BlockSink blocks) {
        this.profile = profile;
        this.blocks = blocks;
    }

    ImportedEntry directory(List<DagLink> links) {
        return shard(links, 0);
    }

    /** Where the hash of a name puts it, so deep. */
    static int place(String name, int depth) {
        if (depth >= Long.BYTES) {
            throw new MalformedIpfsException("Names meet in every place of a directory: " + name);
        }
        long hash =
                Hashing.murmur3_128().hashString(name, StandardCharsets.UTF_8).asLong();
        return (int) (hash >>> (Long.SIZE - BITS * (depth + 1))) & LAST_PLACE;
    }

    /** How a link of a shard begins: its place in two digits. */
    static String prefix(int place) {
        return String.format("%02X", place);
    }

    private ImportedEntry shard(List<DagLink> links, int depth) {
        Map<Integer, List<DagLink>> places = new TreeMap<>();
        links.forEach(link -> places.computeIfAbsent(place(link.name(), depth), none -> new ArrayList<>(1))
                .add(link));
        List<DagLink> linked = new ArrayList<>(places.size());
        BigInteger bits = BigInteger.ZERO;
        for (Map.Entry<Integer, List<DagLink>> entry : places.entrySet()) {
            bits = bits.setBit(entry.getKey());
            linked.add(link(entry.getKey(), entry.getValue(), depth));
        }
        DagNode node = new DagNode(linked, UnixFsData.shard(bytes(bits), FANOUT).encode());
        return profile.store(node, blocks);
    }

    private DagLink link(int place, List<DagLink> there, int depth) {
        if (there.size() == 1) {
            DagLink only = there.getFirst();
            return new DagLink(prefix(place) + only.name(), only.cid(), only.size());
        }
        ImportedEntry below = shard(there, depth + 1);
        return new DagLink(prefix(place), below.root(), below.size());
    }

    /** The largest place first, without zero bytes in front. */
    private static ByteString bytes(BigInteger bits) {
        byte[] signed = bits.toByteArray();
        int sign = signed[0] == 0 ? 1 : 0;
        return ByteString.copyFrom(signed, sign, signed.length - sign);
    }
}
