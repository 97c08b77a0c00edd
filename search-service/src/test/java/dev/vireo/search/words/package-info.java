@NullMarked
package dev.vireo.search.words;

import org.jspecify.annotations.NullMarked;
