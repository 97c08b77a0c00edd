/** Tests of {@code caption}. */
@NullMarked
package dev.vireo.gateway.caption;

import org.jspecify.annotations.NullMarked;
