@NullMarked
package dev.vireo.search.together;

import org.jspecify.annotations.NullMarked;
