/** Videos: metadata, privacy, state on the way to publication, and the catalogue over gRPC. */
@NullMarked
package dev.vireo.upload.video;

import org.jspecify.annotations.NullMarked;
