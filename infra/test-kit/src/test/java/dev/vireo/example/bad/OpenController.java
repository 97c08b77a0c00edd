package dev.vireo.example.bad;

/** Breaks R5: public, and {@link OpenControllerUser} knows it. */
public final class OpenController {}
