package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Questions that are asked twice by each caller: while something is there that is not for them, and when it is gone. No
 * answer may tell of it, and all must be the same again, to the letter.
 */
final class HostileQuestions<Q> {
    /** An answer without what changes by itself, and whether the platform broke. */
    record Told(String text, boolean broken) {}

    private final List<Q> questions;
    private final BiFunction<Q, Person, Told> asking;
    private final BiPredicate<Q, Planted> open;
    private final Map<String, Map<Q, String>> before = new LinkedHashMap<>();
    /** Most answers are the same few. */
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /** {@code open} says that the answer may tell of what is hidden otherwise. */
    HostileQuestions(List<Q> questions, BiFunction<Q, Person, Told> asking, BiPredicate<Q, Planted> open) {
        this.questions = List.copyOf(questions);
        this.asking = asking;
        this.open = open;
    }

    /** The first time. */
    void ask(HostileCaller caller) {
        before.put(caller.who(), asked(caller));
    }

    /** The second time. */
    void askAgain(HostileCaller caller) {
        Map<Q, String> was = before.getOrDefault(caller.who(), Map.of());
        assertThat(was).isNotEmpty();
        Map<Q, String> now = asked(caller);
        List<String> differences = questions.stream()
                .filter(question ->
                        caller.hidden().stream().noneMatch(each -> each.isUnlisted() && open.test(question, each)))
                .flatMap(question ->
                        difference(question, was.getOrDefault(question, ""), now.getOrDefault(question, "")))
                .toList();
        assertThat(differences).as("What %s is told", caller.who()).isEmpty();
    }

    private Map<Q, String> asked(HostileCaller caller) {
        Map<Q, String> answers = new ConcurrentHashMap<>();
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        questions.parallelStream().forEach(question -> {
            Told told = asking.apply(question, caller.person());
            caller.hidden().stream()
                    .filter(each -> each.isIn(told.text()) && !open.test(question, each))
                    .forEach(seen ->
                            leaks.add(caller.who() + " sees " + seen.word() + " by " + question + ": " + told.text()));
            if (told.broken()) {
                leaks.add(caller.who() + " breaks it by " + question + ": " + told.text());
            }
            answers.put(question, texts.computeIfAbsent(told.text(), text -> text));
        });
        assertThat(leaks).isEmpty();
        return answers;
    }

    /** From a little before the first character that is another one. */
    private Stream<String> difference(Q question, String was, String now) {
        int at = 0;
        while (at < Math.min(was.length(), now.length()) && was.charAt(at) == now.charAt(at)) {
            at++;
        }
        return was.equals(now)
                ? Stream.of()
                : Stream.of(question + ":\n  " + part(was, at) + "\n  then " + part(now, at));
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
    }
}
