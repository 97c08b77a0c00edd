package dev.vireo.upload.session;

/** Durable bytes behind the last whole part, one object. */
record Tail(int number, long size) {}
