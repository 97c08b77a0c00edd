@NullMarked
package dev.vireo.search.suggest;

import org.jspecify.annotations.NullMarked;
