/** Work that is repeated by the clock. */
@NullMarked
package dev.vireo.kit.schedule;

import org.jspecify.annotations.NullMarked;
