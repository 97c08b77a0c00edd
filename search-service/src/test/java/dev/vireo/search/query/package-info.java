@NullMarked
package dev.vireo.search.query;

import org.jspecify.annotations.NullMarked;
