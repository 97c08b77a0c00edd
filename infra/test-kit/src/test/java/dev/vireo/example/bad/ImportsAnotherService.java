package dev.vireo.example.bad;

import dev.vireo.example.other.Foreign;

/** Breaks R1. */
record ImportsAnotherService(Foreign foreign) {}
