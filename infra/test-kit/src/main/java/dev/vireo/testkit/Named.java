package dev.vireo.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;

/** Classes by the name of the top-level type they are written in. */
final class Named {
    private Named() {}

    static DescribedPredicate<JavaClass> anyOf(String... patterns) {
        List<Pattern> compiled = List.of(patterns).stream().map(Named::compile).toList();
        return DescribedPredicate.describe(
                "named " + String.join(", ", patterns),
                type -> compiled.stream()
                        .anyMatch(pattern ->
                                pattern.matcher(topLevel(type).getSimpleName()).matches()));
    }

    static JavaClass topLevel(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return top;
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern.replace("*", ".*"));
    }
}
