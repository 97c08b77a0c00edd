/** The pages: watch, and the creator's own. */
@NullMarked
package dev.vireo.gateway.page;

import org.jspecify.annotations.NullMarked;
