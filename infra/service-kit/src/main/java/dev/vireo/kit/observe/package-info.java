/** What operators see of a running service. */
@NullMarked
package dev.vireo.kit.observe;

import org.jspecify.annotations.NullMarked;
