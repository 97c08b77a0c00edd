@NullMarked
package dev.vireo.search.rebuild;

import org.jspecify.annotations.NullMarked;
