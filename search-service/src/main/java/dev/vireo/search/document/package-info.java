/** What is kept of a video or a channel, in the fields of its mapping. */
@NullMarked
package dev.vireo.search.document;

import org.jspecify.annotations.NullMarked;
