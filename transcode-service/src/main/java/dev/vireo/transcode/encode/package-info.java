/** The workers: claim a task, run ffmpeg under supervision, publish each segment as it is finished. */
@NullMarked
package dev.vireo.transcode.encode;

import org.jspecify.annotations.NullMarked;
