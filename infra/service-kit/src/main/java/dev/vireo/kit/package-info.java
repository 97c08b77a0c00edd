/** Domain-free plumbing of the services; each configuration class is imported by the application that wants it. */
@NullMarked
package dev.vireo.kit;

import org.jspecify.annotations.NullMarked;
