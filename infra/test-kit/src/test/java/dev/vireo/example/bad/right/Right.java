package dev.vireo.example.bad.right;

import dev.vireo.example.bad.left.Left;

/** The other half of a cycle (R2). */
public record Right(Left left) {}
