/** The only public door of the platform. */
@NullMarked
package dev.vireo.gateway;

import org.jspecify.annotations.NullMarked;
