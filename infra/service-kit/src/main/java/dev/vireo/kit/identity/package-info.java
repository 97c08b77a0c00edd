/** Who calls, and through which instance. */
@NullMarked
package dev.vireo.kit.identity;

import org.jspecify.annotations.NullMarked;
