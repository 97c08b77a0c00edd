@NullMarked
package dev.vireo.search.document;

import org.jspecify.annotations.NullMarked;
