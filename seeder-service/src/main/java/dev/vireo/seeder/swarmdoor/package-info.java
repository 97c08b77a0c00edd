/** The peer wire's door: connections, handshakes in the clear or obfuscated, and messages, on Netty. */
@NullMarked
package dev.vireo.seeder.swarmdoor;

import org.jspecify.annotations.NullMarked;
