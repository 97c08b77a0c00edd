package dev.vireo.gateway.web;

import dev.vireo.kit.identity.Instance;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;

/** The public address of each instance: scheme and host, without a slash at the end. */
public final class InstanceOrigins {
    private final Instances instances;
    private final String scheme;

    InstanceOrigins(Instances instances, String scheme) {
        this.instances = instances;
        this.scheme = scheme;
    }

    /** For example {@code https://videos.example.org}. */
    public String origin(InstanceId id) {
        return scheme + "://" + host(id);
    }

    /** Whether it is an instance of this deployment. */
    public boolean knows(InstanceId id) {
        return instances.find(id).isPresent();
    }

    /** The instance's domain, with the port when it is not the scheme's own. */
    public String host(InstanceId id) {
        Instance instance = instances.byId(id);
        return instance.domain();
    }
}
