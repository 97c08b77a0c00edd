package dev.vireo.example.bad;

import io.grpc.ManagedChannel;

/** Breaks R4-grpc. */
record CallsGrpc(ManagedChannel channel) {}
