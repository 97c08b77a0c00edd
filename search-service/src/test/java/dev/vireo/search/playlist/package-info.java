@NullMarked
package dev.vireo.search.playlist;

import org.jspecify.annotations.NullMarked;
