package dev.vireo.example.bad;

import org.mockito.Mock;

/** Breaks R11. */
record UsesAMock(Mock mock) {}
