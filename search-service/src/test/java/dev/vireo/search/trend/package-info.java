@NullMarked
package dev.vireo.search.trend;

import org.jspecify.annotations.NullMarked;
