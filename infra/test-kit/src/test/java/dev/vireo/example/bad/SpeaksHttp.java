package dev.vireo.example.bad;

import java.net.http.HttpRequest;

/** Breaks R4-http. */
record SpeaksHttp(HttpRequest request) {}
