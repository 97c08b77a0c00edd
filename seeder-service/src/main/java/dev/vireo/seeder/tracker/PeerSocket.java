package dev.vireo.seeder.tracker;

/** A browser's socket to us; one object each, compared by identity. */
public interface PeerSocket {}
