package dev.vireo.testkit;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes what is on the bus: each message with a topic, and all that it is made of, in the words of the contracts. */
final class EventCatalog {
    private static final String OURS = ".dev.vireo.";
    private static final int MESSAGES = 4;
    private static final int ENUMS = 5;
    private static final int FIELDS = 2;

    private final Map<String, DescriptorProto> messages = new LinkedHashMap<>();
    private final Map<String, EnumDescriptorProto> enums = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();

    EventCatalog(FileDescriptorSet contracts) {
        contracts.getFileList().forEach(this::read);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                # Events

                Made from `infra/contracts` by a test. A record's value is the message; its headers are CloudEvents 1.0 in
                binary mode (`ce_id`, `ce_type`, `ce_source`, `ce_time`, `ce_subject`) and `traceparent`. Fields are only
                ever added. A record without a value only lets a compacted topic forget its key: pass over it.
                `infra/local/topic video.v1` prints a topic as JSON.
                """);
        Deque<String> waiting = new ArrayDeque<>(messages.keySet().stream()
                .filter(name -> comment(name).contains("opic `"))
                .toList());
        Set<String> written = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.removeFirst();
            DescriptorProto message = Objects.requireNonNull(messages.get(name));
            if (written.add(name)) {
                text.append(described(name, message));
                waiting.addAll(parts(message));
            }
        }
        return text.toString();
    }

    private void read(FileDescriptorProto file) {
        String scope = "." + file.getPackage() + ".";
        file.getMessageTypeList().forEach(message -> messages.put(scope + message.getName(), message));
        file.getEnumTypeList().forEach(values -> enums.put(scope + values.getName(), values));
        for (SourceCodeInfo.Location place : file.getSourceCodeInfo().getLocationList()) {
            if (place.hasLeadingComments()) {
                comments.put(named(file, scope, place.getPathList()), place.getLeadingComments());
            }
        }
    }

    private static String named(FileDescriptorProto file, String scope, List<Integer> path) {
        if (path.size() >= 2 && path.getFirst() == MESSAGES) {
            DescriptorProto message = file.getMessageType(path.get(1));
            String name = scope + message.getName();
            return path.size() == 4 && path.get(2) == FIELDS
                    ? name + "#" + message.getField(path.get(3)).getName()
                    : path.size() == 2 ? name : name + "#?" + path;
        }
        return path.size() == 2 && path.getFirst() == ENUMS
                ? scope + file.getEnumType(path.get(1)).getName()
                : scope + path;
    }

    private String described(String name, DescriptorProto message) {
        StringBuilder text = new StringBuilder("\n## ")
                .append(message.getName())
                .append("\n\n")
                .append(comment(name))
                .append("\n\n");
        if (message.getFieldCount() == 0) {
            return text.append("No fields.\n").toString();
        }
        text.append("| field | type | meaning |\n| --- | --- | --- |\n");
        message.getFieldList()
                .forEach(field -> text.append("| `%s` | %s | %s |%n"
                        .formatted(
                                field.getName(),
                                type(field),
                                comment(name + "#" + field.getName()).replace("|", "\\|"))));
        return text.toString();
    }

    private String type(FieldDescriptorProto field) {
        String repeated = field.getLabel() == FieldDescriptorProto.Label.LABEL_REPEATED ? "list of " : "";
        String type = field.getTypeName();
        if (type.isEmpty()) {
            return repeated + field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
        }
        String name = type.substring(type.lastIndexOf('.') + 1);
        EnumDescriptorProto values = enums.get(type);
        if (values != null) {
            return repeated
                    + values.getValueList().stream()
                            .map(value -> "`" + value.getName() + "`")
                            .collect(Collectors.joining(", "));
        }
        return repeated + (type.startsWith(OURS) ? "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")" : name);
    }

    private static List<String> parts(DescriptorProto message) {
        return message.getFieldList().stream()
                .filter(field -> field.getType() == FieldDescriptorProto.Type.TYPE_MESSAGE)
                .map(FieldDescriptorProto::getTypeName)
                .filter(type -> type.startsWith(OURS))
                .toList();
    }

    private String comment(String name) {
        return comments.getOrDefault(name, "").strip().replaceAll("\\s+", " ");
    }
}
