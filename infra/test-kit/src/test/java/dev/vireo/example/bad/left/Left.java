package dev.vireo.example.bad.left;

import dev.vireo.example.bad.right.Right;

/** One half of a cycle (R2). */
public record Left(Right right) {}
