package dev.vireo.example.bad;

/** Depends on an inbound adapter (R5). */
record OpenControllerUser(OpenController controller) {}
