package dev.vireo.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the launcher's arguments and environment; whatever it does not know is an error that names it. */
final class CommandLine {
    private final Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
    private PlatformOptions options;

    private CommandLine(Path house) {
        options = PlatformOptions.standard(house);
    }

    /** A sentence for the user. */
    static final class InvalidException extends RuntimeException {
        InvalidException(String sentence) {
            super(sentence);
        }
    }

    static PlatformOptions parse(Path house, List<String> arguments, Map<String, String> environment) {
        CommandLine line = new CommandLine(house);
        for (PortName name : PortName.values()) {
            String value = environment.get(name.variable());
            if (value != null) {
                line.ports.put(name, portNumber(name.variable() + "=" + value, value));
            }
        }
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            line.option(rest.pop(), rest);
        }
        line.refuseSharedPorts();
        return line.options.withPorts(line.ports);
    }

    private void option(String word, Deque<String> rest) {
        switch (word) {
            case "--fresh" -> options = options.withFresh(true);
            case "--servers-only" -> options = options.withServersOnly(true);
            case "--full-speed" -> options = options.withQuick(false);
            case "--without" -> without(value(word, "SERVICE", rest));
            case "--data" -> options = options.withData(Path.of(value(word, "DIR", rest)));
            case "--workers" -> options = options.withWorkers(number(word, value(word, "N", rest), 64));
            case "--port" -> port(value(word, "NAME=N", rest));
            default ->
                throw new InvalidException(
                        "Unknown option " + word + "; `infra/local/run --help` tells the known ones.");
        }
    }

    private void without(String service) {
        if (!PlatformServices.NAMES.contains(service)) {
            throw new InvalidException("No service is named %s; there are %s."
                    .formatted(service, String.join(", ", PlatformServices.NAMES)));
        }
        Set<String> without = new HashSet<>(options.without());
        without.add(service);
        options = options.withoutServices(without);
    }

    private void port(String value) {
        String[] parts = value.split("=", 2);
        PortName name = PortName.of(parts[0])
                .orElseThrow(() -> new InvalidException("No port is named " + parts[0] + "; there are "
                        + String.join(
                                ", ",
                                List.of(PortName.values()).stream()
                                        .map(PortName::word)
                                        .toList())
                        + "."));
        ports.put(name, portNumber("--port " + value, parts.length == 2 ? parts[1] : ""));
    }

    private void refuseSharedPorts() {
        Map<Integer, PortName> owners = new HashMap<>();
        for (PortName name : PortName.values()) {
            PortName other = owners.put(ports.getOrDefault(name, name.standard()), name);
            if (other != null) {
                throw new InvalidException("Ports %s and %s are both %d: choose different ones."
                        .formatted(other.word(), name.word(), ports.getOrDefault(name, name.standard())));
            }
        }
    }

    private static String value(String word, String shape, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new InvalidException(word + " needs a value: " + word + " " + shape + ".");
        }
        return rest.pop();
    }

    private static int portNumber(String shown, String value) {
        return number(shown, value, 65_535);
    }

    private static int number(String shown, String value, int most) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new InvalidException(shown + " needs a whole number from 1 to " + most + ".");
        }
        return Integer.parseInt(value);
    }
}
