package dev.vireo.gateway.catalog;

/** Whose videos are listed. */
public sealed interface Whose {
    /** An account's public ones. */
    record OfAccount(String name) implements Whose {}

    /** A channel's public ones. */
    record OfChannel(String name) implements Whose {}

    /** The caller's own, all of them. */
    record Own() implements Whose {}
}
