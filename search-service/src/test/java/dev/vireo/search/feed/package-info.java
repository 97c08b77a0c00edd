@NullMarked
package dev.vireo.search.feed;

import org.jspecify.annotations.NullMarked;
