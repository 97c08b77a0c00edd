/** The local platform: every real server and every service on one machine, by one command. */
@NullMarked
package dev.vireo.local;

import org.jspecify.annotations.NullMarked;
