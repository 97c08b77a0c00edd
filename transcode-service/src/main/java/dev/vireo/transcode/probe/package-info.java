/** What a source is: ffprobe by URL, its limits, and the sentence for what cannot be read. */
@NullMarked
package dev.vireo.transcode.probe;

import org.jspecify.annotations.NullMarked;
