package dev.vireo.example.bad;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks R8. */
final class HasAnInjectedField {
    @Autowired
    @Nullable
    String text;
}
