/** The bytes of the peer wire: handshake, messages, and extensions, apart from any connection. */
@NullMarked
package dev.vireo.seeder.wire;

import org.jspecify.annotations.NullMarked;
