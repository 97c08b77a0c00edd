/** Stories told from outside: what a user, a client application and an operator see of the running platform. */
@NullMarked
package dev.vireo.e2e;

import org.jspecify.annotations.NullMarked;
