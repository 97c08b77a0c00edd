package dev.vireo.seeder.rpc;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Instance;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;
import dev.vireo.seeder.admission.SeedingPolicy;

/** Policies as messages. */
final class SeedingPolicyMapper {

    private SeedingPolicyMapper() {}

    /** An instance of this deployment; INVALID_ARGUMENT for anything else. */
    static InstanceId instance(String field, String id, Instances instances) {
        return instances.all().stream()
                .map(Instance::id)
                .filter(instance -> instance.value().equals(id))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid(field, "must be an instance of this deployment."));
    }

    static SeedingPolicy policy(dev.vireo.contracts.swarm.v1.SeedingPolicy policy, Instances instances) {
        if (policy.getRate() < 0) {
            throw PlatformException.invalid("policy.rate", "must not be negative.");
        }
        return new SeedingPolicy(
                instance("policy.instance_id", policy.getInstanceId(), instances),
                policy.getTorrents(),
                policy.getPeerWire(),
                policy.getBrowsers(),
                policy.getRate());
    }

    static dev.vireo.contracts.swarm.v1.SeedingPolicy message(SeedingPolicy policy) {
        return dev.vireo.contracts.swarm.v1.SeedingPolicy.newBuilder()
                .setInstanceId(policy.instance().value())
                .setTorrents(policy.torrents())
                .setPeerWire(policy.peerWire())
                .setBrowsers(policy.browsers())
                .setRate(policy.rate())
                .build();
    }
}
