/** Tests of the launcher. */
@NullMarked
package dev.vireo.local;

import org.jspecify.annotations.NullMarked;
