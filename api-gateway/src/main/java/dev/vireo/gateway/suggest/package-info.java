/** What somebody may want to find, while typing. */
@NullMarked
package dev.vireo.gateway.suggest;

import org.jspecify.annotations.NullMarked;
