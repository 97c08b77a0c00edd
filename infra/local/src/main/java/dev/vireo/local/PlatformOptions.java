package dev.vireo.local;

import dev.vireo.local.server.Port;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a platform is started with.
 *
 * @param house root of the repository, where the services' jars are
 * @param data folder for everything the platform keeps
 * @param ports number of each port
 * @param fresh whether old data is removed first
 * @param workers chunks that one transcode-service encodes at the same time; 0 leaves it to the service
 * @param serversOnly whether the services stay off
 * @param quick whether services trade top speed for a quick start and less memory
 * @param restart whether a crashed child is started again
 * @param without services that stay off, because they run elsewhere (in an IDE)
 * @param settings additional configuration keys of services, by service name and key, {@code "*"} for all services
 */
public record PlatformOptions(
        Path house,
        Path data,
        Map<PortName, Integer> ports,
        boolean fresh,
        int workers,
        boolean serversOnly,
        boolean quick,
        boolean restart,
        Set<String> without,
        Map<String, Map<String, String>> settings) {

    /** Copies what it is given and completes the ports. */
    public PlatformOptions {
        house = house.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        Map<PortName, Integer> all = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            all.put(name, ports.getOrDefault(name, name.standard()));
        }
        ports = Map.copyOf(all);
        without = Set.copyOf(without);
        settings = Map.copyOf(settings);
    }

    /** Defaults: the ports of the documentation, data in the repository's git-ignored folder. */
    public static PlatformOptions standard(Path house) {
        return new PlatformOptions(
                house, house.resolve("infra/local/data"), Map.of(), false, 0, false, true, true, Set.of(), Map.of());
    }

    /** For tests: free ports, a folder of their own, nothing restarted behind their back. */
    public static PlatformOptions isolated(Path house, Path data) {
        Map<PortName, Integer> free = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            free.put(name, Port.free().number());
        }
        return new PlatformOptions(house, data, free, false, 0, false, true, false, Set.of(), Map.of());
    }

    /** The same with other data. */
    public PlatformOptions withData(Path other) {
        return new PlatformOptions(house, other, ports, fresh, workers, serversOnly, quick, restart, without, settings);
    }

    /** The same with other ports; the ones not named get their defaults. */
    public PlatformOptions withPorts(Map<PortName, Integer> other) {
        return new PlatformOptions(house, data, other, fresh, workers, serversOnly, quick, restart, without, settings);
    }

    /** The same, empty at the start or not. */
    public PlatformOptions withFresh(boolean other) {
        return new PlatformOptions(house, data, ports, other, workers, serversOnly, quick, restart, without, settings);
    }

    /** The same with another number of transcode workers. */
    public PlatformOptions withWorkers(int other) {
        return new PlatformOptions(house, data, ports, fresh, other, serversOnly, quick, restart, without, settings);
    }

    /** The same with or without services. */
    public PlatformOptions withServersOnly(boolean other) {
        return new PlatformOptions(house, data, ports, fresh, workers, other, quick, restart, without, settings);
    }

    /** The same with services that start quickly or run at full speed. */
    public PlatformOptions withQuick(boolean other) {
        return new PlatformOptions(house, data, ports, fresh, workers, serversOnly, other, restart, without, settings);
    }

    /** The same with other configuration keys for services. */
    public PlatformOptions withSettings(Map<String, Map<String, String>> other) {
        return new PlatformOptions(house, data, ports, fresh, workers, serversOnly, quick, restart, without, other);
    }

    /** The same without these services. */
    public PlatformOptions withoutServices(Set<String> other) {
        return new PlatformOptions(house, data, ports, fresh, workers, serversOnly, quick, restart, other, settings);
    }

    Port port(PortName name) {
        return new Port(
                ports.getOrDefault(name, name.standard()), "--port " + name.word() + "=N or " + name.variable() + "=N");
    }

    int number(PortName name) {
        return port(name).number();
    }
}
