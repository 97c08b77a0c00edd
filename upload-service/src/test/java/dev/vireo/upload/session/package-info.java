/** Tests of {@code session}. */
@NullMarked
package dev.vireo.upload.session;

import org.jspecify.annotations.NullMarked;
