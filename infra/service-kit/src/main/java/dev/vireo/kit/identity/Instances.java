package dev.vireo.kit.identity;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The instances of the deployment, found by id or by domain. */
public final class Instances {
    private final List<Instance> all;
    private final Map<InstanceId, Instance> byId;
    private final Map<String, Instance> byDomain;

    /** Refuses two instances with one id or one domain. */
    public Instances(List<Instance> all) {
        this.all = List.copyOf(all);
        this.byId = index(Instance::id);
        this.byDomain = index(instance -> instance.domain().toLowerCase(Locale.ROOT));
    }

    /** All of them, in the order of the configuration. */
    public List<Instance> all() {
        return all;
    }

    /** The instance of that id; NOT_FOUND when there is none. */
    public Instance byId(InstanceId id) {
        return find(id).orElseThrow(
                        () -> new PlatformException(KitErrorCode.NOT_FOUND, "There is no instance '" + id + "'."));
    }

    /** The instance of that id; empty when there is none, as when the configuration had it once. */
    public Optional<Instance> find(InstanceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The instance that answers to a Host header (RFC 9110, 7.2); empty when none does. */
    public Optional<Instance> byDomain(String host) {
        return Optional.ofNullable(byDomain.get(host.toLowerCase(Locale.ROOT)));
    }

    private <K> Map<K, Instance> index(Function<Instance, K> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
