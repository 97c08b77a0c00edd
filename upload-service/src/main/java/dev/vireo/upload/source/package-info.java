/** What was uploaded: the container by its first bytes, and the digest of all of them. */
@NullMarked
package dev.vireo.upload.source;

import org.jspecify.annotations.NullMarked;
