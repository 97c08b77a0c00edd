package dev.vireo.example.bad;

import dev.vireo.contracts.video.v1.VideoEvent;

/** Breaks R3. */
record KnowsContracts(VideoEvent event) {}
