package dev.vireo.gateway.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of PeerTube's answers with their types, and those that are deliberately another way in Vireo. */
public final class PeerTubeShapes {
    /** Where recorded answers of a PeerTube server are, if they are there. */
    private static final Path RECORDED = Path.of(System.getProperty(
            "peertube.answers", System.getProperty("house.directory", "..") + "/../shared/peertube/docs"));

    private final Map<String, Map<String, Set<String>>> shapes = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> differences = new LinkedHashMap<>();

    /** Reads it. */
    public PeerTubeShapes() {
        read("peertube-shapes.txt", shapes);
        read("peertube-differences.txt", differences);
    }

    /** Names of the documents. */
    Set<String> names() {
        return shapes.keySet();
    }

    /** Where one of ours is not as it was announced: neither PeerTube's way nor the stated other one. */
    public List<String> faults(String name, JsonNode ours) {
        Map<String, Set<String>> other = differences.getOrDefault(name, Map.of());
        List<String> faults = new ArrayList<>();
        shapes.getOrDefault(name, Map.of()).forEach((path, types) -> {
            Set<String> found = types(ours, path);
            Set<String> expected = other.getOrDefault(path, types);
            if (!covers(expected, found) && !below(other, path)) {
                faults.add(name + " " + path + ": is " + found + ", not " + expected);
            }
        });
        other.forEach((path, types) -> {
            if (covers(shapes.getOrDefault(name, Map.of()).getOrDefault(path, Set.of()), types)) {
                faults.add(name + " " + path + ": is no difference");
            }
        });
        return faults;
    }

    /** Where a recorded answer is not as the shape says; empty when there is no record. */
    public List<String> faultsOfRecord(String name, String file) throws IOException {
        Path record = RECORDED.resolve(file);
        if (!Files.exists(record)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        compare(
                JsonMapper.shared().readTree(Files.readAllBytes(record)).path("body"),
                "",
                shapes.getOrDefault(name, Map.of()),
                faults);
        return faults;
    }

    private static void compare(JsonNode node, String path, Map<String, Set<String>> shape, List<String> faults) {
        if (!path.isEmpty() && !covers(shape.getOrDefault(path, Set.of()), Set.of(type(node)))) {
            faults.add(path + ": is " + type(node) + ", not " + shape.get(path));
        }
        node.properties()
                .forEach(field -> compare(
                        field.getValue(),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        shape,
                        faults));
        if (node.isArray()) {
            node.forEach(item -> compare(item, path + "[]", shape, faults));
        }
    }

    private static boolean covers(Set<String> expected, Set<String> found) {
        boolean number = expected.contains("number");
        return !found.isEmpty()
                && found.stream().allMatch(type -> expected.contains(type) || (number && "integer".equals(type)));
    }

    /** What has another form here is not looked into. */
    private static boolean below(Map<String, Set<String>> other, String path) {
        return other.keySet().stream()
                .anyMatch(differing -> path.startsWith(differing + ".") || path.startsWith(differing + "[]."));
    }

    /** The types of all values at the path; of an array without elements the one type {@code empty}. */
    private static Set<String> types(JsonNode document, String path) {
        Stream<JsonNode> nodes = Stream.of(document);
        boolean elements = false;
        for (String step : path.split("\\.", -1)) {
            int array = step.indexOf('[');
            String field = array < 0 ? step : step.substring(0, array);
            elements = array >= 0;
            nodes = nodes.map(node -> node.path(field));
            if (elements) {
                nodes = nodes.flatMap(JsonNode::valueStream);
            }
        }
        Set<String> found =
                new java.util.TreeSet<>(nodes.map(PeerTubeShapes::type).toList());
        return found.isEmpty() && elements ? Set.of("empty") : found;
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> node.isIntegralNumber() ? "integer" : "number";
            case MISSING -> "absent";
            default -> node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Lines of {@code [document]} and below it of {@code path type|type reason}. */
    private static void read(String resource, Map<String, Map<String, Set<String>>> into) {
        try {
            String name = "";
            for (String line : new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()) {
                String[] words = line.split(" ", 3);
                if (words.length == 1) {
                    name = line.substring(1, line.length() - 1);
                    into.put(name, new LinkedHashMap<>());
                } else {
                    Optional.ofNullable(into.get(name)).orElseThrow().put(words[0], Set.of(words[1].split("\\|")));
                }
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
