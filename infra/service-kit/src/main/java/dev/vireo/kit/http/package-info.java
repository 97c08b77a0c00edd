/** HTTP: caller, problem documents, byte ranges, guarded outbound calls. */
@NullMarked
package dev.vireo.kit.http;

import org.jspecify.annotations.NullMarked;
