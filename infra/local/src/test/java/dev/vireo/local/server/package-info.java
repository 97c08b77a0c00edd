/** Tests of the servers. */
@NullMarked
package dev.vireo.local.server;

import org.jspecify.annotations.NullMarked;
