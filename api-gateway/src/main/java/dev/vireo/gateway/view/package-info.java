/** Tells the bus who watches what, without telling who it is. */
@NullMarked
package dev.vireo.gateway.view;

import org.jspecify.annotations.NullMarked;
