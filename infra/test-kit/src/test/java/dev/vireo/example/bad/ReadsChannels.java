package dev.vireo.example.bad;

import io.netty.channel.Channel;

/** Breaks R4-netty. */
record ReadsChannels(Channel channel) {}
