@NullMarked
package dev.vireo.search.health;

import org.jspecify.annotations.NullMarked;
