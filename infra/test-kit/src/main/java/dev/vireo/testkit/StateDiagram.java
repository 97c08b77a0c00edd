package dev.vireo.testkit;

import java.util.Map;
import java.util.Set;

/** A state machine as a document with a Mermaid diagram. */
public final class StateDiagram {
    private StateDiagram() {}

    /**
     * Checks {@code infra/docs/states/<name>.md} against the table of transitions.
     *
     * @param states all states in their order, the first one is where it begins
     */
    public static <S extends Enum<S>> void check(String name, S[] states, Map<S, Set<S>> next) {
        StringBuilder text = new StringBuilder("# States of ")
                .append(name)
                .append("\n\nMade from `")
                .append(states[0].getDeclaringClass().getSimpleName())
                .append("` by its test.\n\n```mermaid\nstateDiagram-v2\n    [*] --> ")
                .append(states[0])
                .append('\n');
        for (S from : states) {
            Set<S> following = next.getOrDefault(from, Set.of());
            for (S to : states) {
                if (following.contains(to)) {
                    text.append("    ").append(from).append(" --> ").append(to).append('\n');
                }
            }
            if (following.isEmpty()) {
                text.append("    ").append(from).append(" --> [*]\n");
            }
        }
        GeneratedDocument.check(
                "states/" + name.replace(' ', '-') + ".md", text.append("```\n").toString());
    }
}
