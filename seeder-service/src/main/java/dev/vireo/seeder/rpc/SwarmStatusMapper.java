package dev.vireo.seeder.rpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.swarm.v1.DeniedInfohash;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusResponse;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.admission.DeniedHash;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.SwarmCounts;
import java.time.Instant;
import java.util.List;

/** What the contracts say of swarms and of hashes that are denied. */
final class SwarmStatusMapper {

    private static final int V2_BYTES = 32;

    private SwarmStatusMapper() {}

    static TrackedHash hash(ByteString infohash) {
        if (infohash.size() != TrackedHash.BYTES && infohash.size() != V2_BYTES) {
            throw PlatformException.invalid("infohash", "must have 20 or 32 bytes.");
        }
        return TrackedHash.of(infohash.substring(0, TrackedHash.BYTES).toByteArray());
    }

    static DeniedInfohash denied(DeniedHash denied) {
        Instant since = denied.deniedAt();
        return DeniedInfohash.newBuilder()
                .setInfohash(ByteString.copyFrom(denied.hash().bytes()))
                .setReason(denied.reason())
                .setOperator(denied.operator())
                .setDeniedAt(Timestamp.newBuilder()
                        .setSeconds(since.getEpochSecond())
                        .setNanos(since.getNano()))
                .build();
    }

    static GetSwarmStatusResponse.Builder status(List<SwarmCounts> swarms) {
        SwarmCounts all = swarms.stream().reduce(SwarmCounts.NONE, SwarmCounts::plus);
        return status(all, (int) swarms.stream()
                .filter(swarm -> swarm.complete() + swarm.incomplete() > 0)
                .count());
    }

    static GetSwarmStatusResponse.Builder status(SwarmCounts all, int swarms) {
        return GetSwarmStatusResponse.newBuilder()
                .setPeers(all.complete() + all.incomplete())
                .setSeeds(all.complete())
                .setAnnounces(all.announces())
                .setSwarms(swarms);
    }
}
