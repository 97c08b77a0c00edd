/** HTTP that is passed on to a service as it is. */
@NullMarked
package dev.vireo.gateway.route;

import org.jspecify.annotations.NullMarked;
