/** Subscriptions: which channels an account follows, and the token for feeds of them. */
@NullMarked
package dev.vireo.upload.subscription;

import org.jspecify.annotations.NullMarked;
