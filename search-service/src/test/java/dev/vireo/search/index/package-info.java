@NullMarked
package dev.vireo.search.index;

import org.jspecify.annotations.NullMarked;
