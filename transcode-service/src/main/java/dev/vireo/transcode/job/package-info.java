/** One transcoding of one version of a video: its state, plan, tasks, segments, events and gRPC answers. */
@NullMarked
package dev.vireo.transcode.job;

import org.jspecify.annotations.NullMarked;
