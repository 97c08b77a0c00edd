/** Torrents and swarms for the gateway, for applications and for operators. */
@NullMarked
package dev.vireo.seeder.rpc;

import org.jspecify.annotations.NullMarked;
