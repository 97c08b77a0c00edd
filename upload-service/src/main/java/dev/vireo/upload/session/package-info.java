/** Resumable uploads: tus over HTTP and the same sessions over gRPC. */
@NullMarked
package dev.vireo.upload.session;

import org.jspecify.annotations.NullMarked;
