/** Tests of {@code subscription}. */
@NullMarked
package dev.vireo.gateway.subscription;

import org.jspecify.annotations.NullMarked;
