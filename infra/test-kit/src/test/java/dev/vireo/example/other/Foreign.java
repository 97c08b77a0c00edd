package dev.vireo.example.other;

/** A class of another service. */
public final class Foreign {}
