/** Supervised child processes. */
@NullMarked
package dev.vireo.kit.process;

import org.jspecify.annotations.NullMarked;
