/** Real servers as supervised child processes on loopback: started, health-checked and stopped explicitly. */
@NullMarked
package dev.vireo.local.server;

import org.jspecify.annotations.NullMarked;
