package dev.vireo.seeder.rpc;

import dev.vireo.contracts.swarm.v1.GetSeedingPolicyRequest;
import dev.vireo.contracts.swarm.v1.GetSeedingPolicyResponse;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc.SeedingPolicyServiceImplBase;
import dev.vireo.contracts.swarm.v1.SetSeedingPolicyRequest;
import dev.vireo.contracts.swarm.v1.SetSeedingPolicyResponse;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;
import dev.vireo.seeder.admission.SeedingPolicies;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Operators decide in which ways videos of an instance are seeded. */
@Component
class SeedingPolicyGrpcService extends SeedingPolicyServiceImplBase {

    private final SeedingPolicies policies;
    private final Instances instances;

    SeedingPolicyGrpcService(SeedingPolicies policies, Instances instances) {
        this.policies = policies;
        this.instances = instances;
    }

    @Override
    public void getSeedingPolicy(GetSeedingPolicyRequest request, StreamObserver<GetSeedingPolicyResponse> answers) {
        Operators.require();
        InstanceId instance = request.getInstanceId().isEmpty()
                ? Callers.current().instance()
                : SeedingPolicyMapper.instance("instance_id", request.getInstanceId(), instances);
        answers.onNext(GetSeedingPolicyResponse.newBuilder()
                .setPolicy(SeedingPolicyMapper.message(policies.of(instance)))
                .build());
        answers.onCompleted();
    }

    @Override
    public void setSeedingPolicy(SetSeedingPolicyRequest request, StreamObserver<SetSeedingPolicyResponse> answers) {
        String operator = Operators.require();
        policies.set(SeedingPolicyMapper.policy(request.getPolicy(), instances), operator);
        answers.onNext(SetSeedingPolicyResponse.getDefaultInstance());
        answers.onCompleted();
    }
}
