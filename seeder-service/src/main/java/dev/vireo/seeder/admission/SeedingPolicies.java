package dev.vireo.seeder.admission;

import dev.vireo.kit.identity.InstanceId;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * How videos of each instance are seeded, as operators want it. All are read again every few seconds, as there are few; those
 * of the last time hold while the database is away.
 */
@Service
public class SeedingPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(SeedingPolicies.class);

    private final JdbcSeedingPolicies stored;
    private volatile Map<InstanceId, SeedingPolicy> known = Map.of();

    SeedingPolicies(JdbcSeedingPolicies stored) {
        this.stored = stored;
    }

    /** The one of an instance; everything is allowed unless somebody said otherwise. */
    public SeedingPolicy of(InstanceId instance) {
        SeedingPolicy policy = known.get(instance);
        return policy == null ? SeedingPolicy.all(instance) : policy;
    }

    /** Sets the one of an instance. */
    public void set(SeedingPolicy policy, String operator) {
        stored.put(policy);
        LOG.info("Operator {} set {}", operator, policy);
        refresh();
    }

    @Scheduled(fixedDelayString = "${vireo.seeder.admission.remember}")
    void refresh() {
        try {
            known = stored.all().stream().collect(Collectors.toUnmodifiableMap(SeedingPolicy::instance, one -> one));
        } catch (DataAccessException away) {
            LOG.warn("Policies stay as they are: {}", away.getMessage());
        }
    }
}
